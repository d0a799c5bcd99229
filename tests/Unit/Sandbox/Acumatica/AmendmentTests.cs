using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class AmendmentTests
{
    [Fact]
    public async Task A_line_is_shortened_substituted_added_and_removed_in_the_erp()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(("Details", new[] { Web.Line("MUG-01", 3m, 10m), Web.Line("PEN-10", 1m, 6m), Web.Line("NOTE-A5", 1m, 4m) })));

        await EditAsync(erp, order, new() { ["lineNbr"] = 1, ["qty"] = 2 }, new() { ["lineNbr"] = 2, ["inventoryId"] = "MUG-02" }, new() { ["lineNbr"] = 3, ["delete"] = true }, new() { ["inventoryId"] = "BAG-15", ["qty"] = 1 });

        var after = await erp.ReadAsync(order, "Details");
        Assert.Equal([("MUG-01", 2m), ("MUG-02", 1m), ("BAG-15", 1m)], after["Details"]!.AsArray().Select(line => (line!.Value("InventoryID"), line!.Amount("OrderQty"))));
        Assert.NotEqual(order.Value("LastModified"), after.Value("LastModified"));
        Assert.Equal("Mug black", after["Details"]![1]!.Value("LineDescription"));
    }

    [Fact]
    public async Task A_shipped_line_neither_goes_nor_falls_below_what_was_shipped()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(("Details", new[] { Web.Line("MUG-01", 3m, 10m) })));
        await ShipAsync(erp, order, 2);
        var id = (await erp.ReadAsync(order, "Details"))["Details"]![0]!["id"]!.GetValue<string>();

        var less = await erp.PutAsync("SalesOrder", With(order, Web.Record(("id", id), ("OrderQty", 1m))));
        Assert.Equal("The quantity cannot be less than the quantity on shipments.", less.Json["Details"]![0]!.Error("OrderQty"));
        var gone = await erp.PutAsync("SalesOrder", With(order, Web.Record(("id", id), ("delete", true))));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "The line cannot be deleted because it is on a shipment."), (gone.Status, gone.Json["error"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_line_that_cancels_its_remainder_is_completed_short()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(("Details", new[] { Web.Line("MUG-01", 3m, 10m, ("ShippingRule", "Cancel Remainder")) })));
        await ShipAsync(erp, order, 2);
        var after = await erp.ReadAsync(order, "Details");
        Assert.Equal(("Completed", 0m, "true"), (after.Value("Status"), after["Details"]![0]!.Amount("OpenQty"), after["Details"]![0]!.Value("Completed")));
    }

    [Fact]
    public async Task An_order_on_credit_hold_waits_for_its_release()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        await erp.ControlAsync("edit", new() { ["orderNbr"] = order.Value("OrderNbr"), ["creditHold"] = true });
        Assert.Equal("Credit Hold", (await erp.ReadAsync(order, "Details")).Value("Status"));
        Assert.Equal(HttpStatusCode.InternalServerError, (await erp.ControlAsync("ship", new() { ["orderNbr"] = order.Value("OrderNbr") })).Status);

        await erp.ActAsync("SalesOrder", "ReleaseFromCreditHoldSalesOrder", Web.Keys(order));
        Assert.Equal("Open", (await erp.ReadAsync(order, "Details")).Value("Status"));
    }

    [Fact]
    public async Task A_credit_limit_holds_the_order_that_exceeds_it()
    {
        await using var erp = await Erp.StartAsync();
        var customer = (await erp.PutAsync("Customer", Web.Record(("CustomerName", "Small Inc."), ("CreditLimit", 40m)))).Json.Value("CustomerID");
        Assert.Equal("Open", (await erp.OrderAsync(Web.Order(("CustomerID", customer)))).Value("Status"));
        Assert.Equal("Credit Hold", (await erp.OrderAsync(Web.Order(("CustomerID", customer)))).Value("Status"));
    }

    [Fact]
    public async Task A_corrected_shipment_carries_another_quantity()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        var number = await ShipAsync(erp, order, 2);
        await erp.ActAsync("Shipment", "CorrectShipment", Web.Record(("ShipmentNbr", number)));
        var line = (await erp.GetAsync($"Shipment/{number}?$expand=Details")).Json["Details"]![0]!;
        await erp.PutAsync("Shipment", Web.Record(("ShipmentNbr", number), ("Details", new[] { Web.Record(("id", line["id"]!.GetValue<string>()), ("ShippedQty", 1m)) })));
        await erp.ActAsync("Shipment", "ConfirmShipment", Web.Record(("ShipmentNbr", number)));

        var after = await erp.ReadAsync(order, "Details,Shipments");
        Assert.Equal(("Back Order", 1m, 1m), (after.Value("Status"), after["Details"]![0]!.Amount("OpenQty"), after["Shipments"]![0]!.Amount("ShippedQty")));
    }

    [Fact]
    public async Task An_invoice_has_the_parties_of_its_order_and_a_stamp_that_moves_when_it_is_paid()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(("ShipToAddressOverride", true), ("ShipToAddress", Web.Record(("City", "Łódź"), ("Country", "PL")))));
        await ShipAsync(erp, order, 2);
        var number = (await erp.ControlAsync("invoice", new() { ["orderNbr"] = order.Value("OrderNbr") })).Json["invoices"]![0]!.GetValue<string>();
        var before = (await erp.GetAsync($"SalesInvoice/Invoice/{number}?$expand=ShipToAddress,Details")).Json;
        Assert.Equal(("Łódź", order.Value("OrderNbr")), (before["ShipToAddress"]!.Value("City"), before["Details"]![0]!.Value("OrderNbr")));

        var payment = (await erp.PutAsync("Payment", Web.Record(
            ("CustomerID", "WEBGUEST"), ("PaymentMethod", "ONLINE"), ("PaymentAmount", 5m), ("Hold", false),
            ("DocumentsToApply", new[] { Web.Record(("DocType", "Invoice"), ("ReferenceNbr", number), ("AmountPaid", 5m)) })))).Json;
        await erp.ActAsync("Payment", "ReleasePayment", Web.Record(("Type", "Payment"), ("ReferenceNbr", payment.Value("ReferenceNbr"))));

        var after = (await erp.GetAsync($"SalesInvoice/Invoice/{number}?$expand=ApplicationsInvoice")).Json;
        Assert.Equal(5m, Assert.Single(after["ApplicationsInvoice"]!.AsArray())!.Amount("AmountPaid"));
        Assert.True(string.CompareOrdinal(after.Value("LastModifiedDateTime"), before.Value("LastModifiedDateTime")) > 0);
    }

    private static async Task EditAsync(Erp erp, JsonNode order, params JsonObject[] lines)
    {
        var reply = await erp.ControlAsync("edit", new() { ["orderNbr"] = order.Value("OrderNbr"), ["lines"] = new JsonArray([.. lines]) });
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
    }

    private static async Task<string> ShipAsync(Erp erp, JsonNode order, int quantity)
    {
        var lines = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = quantity });
        var reply = await erp.ControlAsync("ship", new() { ["orderNbr"] = order.Value("OrderNbr"), ["parcels"] = new JsonArray(new JsonObject { ["lines"] = lines }) });
        return reply.Json["shipments"]![0]!["shipmentNbr"]!.GetValue<string>();
    }

    private static JsonObject With(JsonNode order, JsonObject line)
    {
        var change = Web.Keys(order);
        change["Details"] = new JsonArray(line);
        return change;
    }
}
