using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class ShipmentTests
{
    [Fact]
    public async Task Actions_ship_confirm_invoice_and_release_an_order()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await erp.ActAsync("SalesOrder", "SalesOrderCreateShipment", Web.Keys(order), Web.Record(("WarehouseID", "MAIN")))).Status);
        var shipping = await erp.ReadAsync(order, "Shipments");
        var number = shipping["Shipments"]![0]!.Value("ShipmentNbr");
        Assert.Equal(("Shipping", "Open"), (shipping.Value("Status"), shipping["Shipments"]![0]!.Value("Status")));

        await erp.PutAsync("Shipment", Web.Record(("ShipmentNbr", number), ("Packages", new[] { Web.Record(("TrackingNbr", "1Z-42"), ("Weight", 1.5m)) })));
        Assert.Equal(HttpStatusCode.NoContent, (await erp.ActAsync("Shipment", "ConfirmShipment", Web.Record(("ShipmentNbr", number)))).Status);
        var shipment = (await erp.GetAsync($"Shipment/{number}?$expand=Packages,Details,Orders&$select=ShipmentNbr,Status,ShipVia,Packages/TrackingNbr,Orders,Details/ShippedQty")).Json;
        Assert.Equal(("Confirmed", "1Z-42", 2m), (shipment.Value("Status"), shipment["Packages"]![0]!.Value("TrackingNbr"), shipment["Details"]![0]!.Amount("ShippedQty")));
        Assert.Equal("Completed", (await erp.ReadAsync(order, "Details")).Value("Status"));

        Assert.Equal(HttpStatusCode.NoContent, (await erp.ActAsync("Shipment", "PrepareInvoice", Web.Record(("ShipmentNbr", number)))).Status);
        var invoice = Assert.Single((await erp.GetAsync("SalesInvoice")).List)!;
        Assert.Equal((21.70m, "Balanced"), (invoice.Amount("Amount"), invoice.Value("Status")));
        var released = await erp.ActAsync("SalesInvoice", "ReleaseSalesInvoice", Web.Record(("Type", "Invoice"), ("ReferenceNbr", invoice.Value("ReferenceNbr"))));
        Assert.Equal(HttpStatusCode.NoContent, released.Status);
        Assert.Equal("Completed", (await erp.GetAsync($"Shipment/{number}")).Json.Value("Status"));
    }

    [Fact]
    public async Task Two_parcels_ship_an_order_in_two_steps()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(("Details", new[] { Web.Line("LAMP-ZÜRICH", 2m, 129m), Web.Line("BOOK-łÓDŹ", 1m, 24.9m) })));
        JsonObject Parcel(params (string Sku, int Quantity)[] lines) => new()
        {
            ["lines"] = new JsonArray([.. lines.Select(line => new JsonObject { ["inventoryId"] = line.Sku, ["qty"] = line.Quantity })]),
        };

        var first = (await erp.ControlAsync("ship", new() { ["orderNbr"] = order.Value("OrderNbr"), ["parcels"] = new JsonArray(Parcel(("LAMP-ZÜRICH", 1))) })).Json;
        Assert.Equal("Back Order", first["status"]!.GetValue<string>());
        Assert.Equal([1m, 1m], (await erp.ReadAsync(order, "Details"))["Details"]!.AsArray().Select(line => line!.Amount("OpenQty")));

        var second = (await erp.ControlAsync("ship", new() { ["orderNbr"] = order.Value("OrderNbr"), ["parcels"] = new JsonArray(Parcel(("LAMP-ZÜRICH", 1), ("BOOK-łÓDŹ", 1))) })).Json;
        Assert.Equal("Completed", second["status"]!.GetValue<string>());
        var numbers = (await erp.StateAsync())["shipments"]!.AsArray().Select(shipment => shipment!["tracking"]![0]!.GetValue<string>()).ToList();
        Assert.Equal(2, numbers.Distinct().Count());
    }

    [Fact]
    public async Task More_than_is_open_is_not_shipped()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        var lines = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = 3 });

        var reply = await erp.ControlAsync("ship", new() { ["orderNbr"] = order.Value("OrderNbr"), ["parcels"] = new JsonArray(new JsonObject { ["lines"] = lines }) });

        Assert.Equal(HttpStatusCode.InternalServerError, reply.Status);
        Assert.Empty((await erp.StateAsync())["shipments"]!.AsArray());
    }

    [Fact]
    public async Task An_order_on_hold_cannot_be_shipped_and_the_poll_tells_so()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(("Hold", true)));
        var reply = await erp.ActAsync("SalesOrder", "SalesOrderCreateShipment", Web.Keys(order));
        Assert.Equal((HttpStatusCode.InternalServerError, "PX.Data.PXActionDisabledException"), (reply.Status, reply.Json["exceptionType"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_confirmed_shipment_is_corrected_until_it_is_billed()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        var number = (await erp.ControlAsync("ship", new() { ["orderNbr"] = order.Value("OrderNbr") })).Json["shipments"]![0]!["shipmentNbr"]!.GetValue<string>();

        Assert.Equal(HttpStatusCode.NoContent, (await erp.ActAsync("Shipment", "CorrectShipment", Web.Record(("ShipmentNbr", number)))).Status);
        Assert.Equal("Shipping", (await erp.ReadAsync(order, "Details")).Value("Status"));

        await erp.ActAsync("Shipment", "ConfirmShipment", Web.Record(("ShipmentNbr", number)));
        await erp.ControlAsync("invoice", new() { ["orderNbr"] = order.Value("OrderNbr") });
        Assert.Equal(HttpStatusCode.InternalServerError, (await erp.ActAsync("Shipment", "CorrectShipment", Web.Record(("ShipmentNbr", number)))).Status);
    }

    [Fact]
    public async Task While_a_long_operation_runs_its_session_cannot_use_the_form()
    {
        await using var erp = await Erp.StartAsync(settings => settings.LongOperation = TimeSpan.FromSeconds(1));
        var order = await erp.OrderAsync();
        var started = await erp.SendAsync(HttpMethod.Post, $"{Erp.Endpoint}/SalesOrder/SalesOrderCreateShipment", new JsonObject { ["entity"] = Web.Keys(order), ["parameters"] = new JsonObject() });
        Assert.Equal(HttpStatusCode.Accepted, started.Status);

        Assert.Equal(HttpStatusCode.InternalServerError, (await erp.GetAsync("SalesOrder")).Status);
        Assert.Equal(HttpStatusCode.OK, (await erp.GetAsync("Tax")).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await erp.SendAsync(HttpMethod.Get, started.Location!)).Status);
    }

    [Fact]
    public async Task Invoices_of_two_parcels_add_up_to_the_order_and_take_its_payment()
    {
        await using var erp = await Erp.StartAsync();
        var payment = Web.Record(("PaymentMethod", "ONLINE"), ("CashAccount", "10200WEB"), ("PaymentAmount", 36.05m), ("Hold", false));
        var order = await erp.OrderAsync(Web.Order(
            ("Details", new[] { Web.Line("MUG-01", 3m, 9.99m) }), ("Payments", new[] { payment }),
            ("IsTaxValid", true), ("DisableAutomaticTaxCalculation", true), ("TaxDetails", new[] { Web.Record(("TaxID", "WEBTAX"), ("TaxAmount", 1.08m)) }),
            ("Totals", Web.Record(("OverrideFreightAmount", true), ("Freight", 5m)))));
        foreach (var quantity in (int[])[1, 2])
        {
            var lines = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = quantity });
            await erp.ControlAsync("ship", new() { ["orderNbr"] = order.Value("OrderNbr"), ["parcels"] = new JsonArray(new JsonObject { ["lines"] = lines }) });
            Assert.Equal(HttpStatusCode.OK, (await erp.ControlAsync("invoice", new() { ["orderNbr"] = order.Value("OrderNbr") })).Status);
        }

        var invoices = (await erp.StateAsync())["invoices"]!.AsArray();
        Assert.Equal((2, 36.05m), (invoices.Count, invoices.Sum(invoice => invoice!["amount"]!.GetValue<decimal>())));
        Assert.All(invoices, invoice => Assert.Equal("Closed", invoice!["status"]!.GetValue<string>()));
        Assert.Equal(0m, (await erp.ReadAsync(order, "Totals"))["Totals"]!.Amount("UnpaidBalance"));
    }

    [Fact]
    public async Task Stock_available_falls_with_an_open_order_and_on_hand_with_its_invoice()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        Assert.Equal((2000m, 1998m), await MugsAsync(erp));

        await erp.ControlAsync("ship", new() { ["orderNbr"] = order.Value("OrderNbr") });
        Assert.Equal((2000m, 1998m), await MugsAsync(erp));

        await erp.ControlAsync("invoice", new() { ["orderNbr"] = order.Value("OrderNbr") });
        Assert.Equal((1998m, 1998m), await MugsAsync(erp));
    }

    private static async Task<(decimal OnHand, decimal Available)> MugsAsync(Erp erp)
    {
        var rows = (await erp.PutAsync("StorageDetailsInquiry?$expand=StorageDetails", Web.Record(("WarehouseID", "MAIN")))).Json["StorageDetails"]!.AsArray();
        var mug = rows.Single(row => row!.Value("InventoryID") == "MUG-01")!;
        return (mug.Amount("QtyOnHand"), mug.Amount("QtyAvailable"));
    }
}
