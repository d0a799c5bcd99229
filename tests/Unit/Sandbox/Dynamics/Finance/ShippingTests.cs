using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

public sealed class ShippingTests
{
    [Fact]
    public async Task A_delivery_shows_in_every_set_that_tells_of_it()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", 2, 10), ("SHIPPING", 1, 5));

        await environment.ControlAsync("ship", new JsonObject { ["orderNbr"] = order, ["parcels"] = new JsonArray(new JsonObject { ["trackingNbr"] = "TRK 1/ä", ["carrier"] = "EXPRESS" }) });

        var tracking = (await environment.GetAsync($"PackingSlipTrackingInformation?$filter=SalesOrderNumber eq '{order}'")).Rows.Single();
        Assert.Equal(("PS-000001", "TRK 1/ä"), (tracking.Text("PackingSlipNumber"), tracking.Text("TrackingNumber")));
        var lines = (await environment.GetAsync($"ShipmentPackingSlipJournalLines?$filter=ConsignerOrderNumber eq '{order}'")).Rows;
        Assert.Equal([("MUG-01", 2m, 0m), ("SHIPPING", 1m, 0m)], lines.Select(line => (line.Text("ItemNumber"), line.Number("ShippedQuantity"), line.Number("RemainingQuantity"))).Order());
        var slip = (await environment.GetAsync("ShipmentPackingSlipJournalHeaders?$filter=ShipmentPackingSlipNumber eq 'PS-000001'&$expand=ShipmentPackingSlipJournalLines")).Rows.Single();
        Assert.Equal(("Yes", "XC-1001", 2), (slip.Text("IsActive"), slip.Text("ConsigneeReference"), slip["ShipmentPackingSlipJournalLines"]!.AsArray().Count));
        var journal = (await environment.GetAsync($"CustPackingSlipJourBiEntities?$filter=SalesId eq '{order}'")).Rows.Single();
        Assert.Equal(("PS-000001", 2m, "EXPRESS"), (journal.Text("PackingSlipId"), journal.Number("Qty"), journal.Text("DlvMode")));
        Assert.Equal("Delivered", (await environment.ReadOrderAsync(order)).Text("SalesOrderStatus"));
        Assert.Single((await environment.GetAsync($"CustPackingSlipJourBiEntities?$filter=CreatedOn ge {DateTimeOffset.UtcNow.AddHours(-1):yyyy-MM-ddTHH:mm:ssZ}")).Rows);
        Assert.Equal(["PS-000001"], (await environment.StateAsync())["orders"]![0]!["shipments"]!.AsArray().Select(number => number!.GetValue<string>()));
    }

    [Fact]
    public async Task Two_parcels_are_two_packing_slips_and_the_rest_stays_open()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", 5, 10), ("PEN-10", 1, 5));

        var shipped = await environment.ControlAsync("ship", new JsonObject { ["orderNbr"] = order, ["parcels"] = new JsonArray(Parcel("MUG-01", 2), Parcel("MUG-01", 3)) });

        Assert.Equal(["PS-000001", "PS-000002"], shipped["shipments"]!.AsArray().Select(slip => slip!.Text("shipmentNbr")));
        Assert.Equal(["Delivered", "Backorder"], (await environment.LinesAsync(order)).Select(line => line.Text("SalesOrderLineStatus")));
        var read = await environment.ReadOrderAsync(order);
        Assert.Equal(("Backorder", "PartiallyDelivered"), (read.Text("SalesOrderStatus"), read.Text("SalesOrderProcessingStatus")));
    }

    [Fact]
    public async Task More_than_is_open_or_an_order_that_is_stopped_is_not_shipped()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", 5, 10));

        Assert.Equal(400, (await ShipAsync(environment, new JsonObject { ["orderNbr"] = order, ["parcels"] = new JsonArray(Parcel("MUG-01", 2), Parcel("MUG-01", 4)) })).Status);
        await environment.PatchAsync(Environment.Address(order), new JsonObject { ["IsSalesProcessingStopped"] = "Yes" });
        Assert.Equal(400, (await ShipAsync(environment, new JsonObject { ["orderNbr"] = order })).Status);
        await environment.PatchAsync(Environment.Address(order), new JsonObject { ["IsSalesProcessingStopped"] = "No" });

        Assert.Equal(200, (await ShipAsync(environment, new JsonObject { ["orderNbr"] = order })).Status);
        Assert.Equal(1995m, (await environment.StockAsync("MUG-01")).Number("OnHandQuantity"));
    }

    [Fact]
    public async Task What_is_delivered_is_neither_changed_nor_deleted()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", 5, 10), ("PEN-10", 1, 5));
        await environment.ControlAsync("ship", new JsonObject { ["orderNbr"] = order, ["parcels"] = new JsonArray(Parcel("MUG-01", 2)) });
        var line = (await environment.LinesAsync(order))[0];

        Assert.Contains("cannot be less than the quantity 2", (await environment.PatchAsync(Environment.LineAddress(line), new JsonObject { ["OrderedSalesQuantity"] = 1 })).Inner, StringComparison.Ordinal);
        Assert.Contains("packing slips have been posted", (await environment.DeleteAsync(Environment.LineAddress(line))).Inner, StringComparison.Ordinal);
        Assert.Contains("packing slips have been posted", (await environment.DeleteAsync(Environment.Address(order))).Inner, StringComparison.Ordinal);

        await environment.ControlAsync("ship", new JsonObject { ["orderNbr"] = order });
        Assert.Contains("its status is Delivered", (await environment.PatchAsync(Environment.Address(order), new JsonObject { ["CustomersOrderReference"] = "X" })).Inner, StringComparison.Ordinal);
        Assert.Contains("its status is Delivered", (await environment.PatchAsync(Environment.LineAddress(line), new JsonObject { ["OrderedSalesQuantity"] = 9 })).Inner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tracking_number_is_corrected_and_a_packing_slip_is_canceled()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", 5, 10));
        await environment.ControlAsync("ship", new JsonObject { ["orderNbr"] = order });

        await environment.ControlAsync("correct", new JsonObject { ["shipmentNbr"] = "PS-000001", ["trackingNbr"] = "NEW" });
        Assert.Equal("NEW", (await environment.GetAsync("PackingSlipTrackingInformation")).Rows.Single().Text("TrackingNumber"));

        await environment.ControlAsync("correct", new JsonObject { ["shipmentNbr"] = "PS-000001", ["delete"] = true });
        Assert.Empty((await environment.GetAsync("PackingSlipTrackingInformation")).Rows);
        Assert.Empty((await environment.GetAsync("ShipmentPackingSlipJournalLines")).Rows);
        Assert.Equal("No", (await environment.GetAsync("ShipmentPackingSlipJournalHeaders")).Rows.Single().Text("IsActive"));
        Assert.Equal("Active", (await environment.ReadOrderAsync(order)).Text("SalesOrderProcessingStatus"));
        var stock = await environment.StockAsync("MUG-01");
        Assert.Equal((2000m, 5m), (stock.Number("OnHandQuantity"), stock.Number("OnOrderQuantity")));
    }

    [Fact]
    public async Task Invoices_take_what_is_delivered_and_add_up_to_the_order()
    {
        await using var environment = await Environment.StartAsync();
        var order = (await environment.MadeAsync("SalesOrderHeadersV4", Environment.Header(("SalesTaxGroupCode", "WEBTAX"), ("TotalDiscountAmount", 1)))).Text("SalesOrderNumber");
        await environment.MadeAsync("SalesOrderLinesV3", Environment.Line(order, "MUG-01", 3, 3.33m));

        foreach (var quantity in (int[])[1, 2])
        {
            await environment.ControlAsync("ship", new JsonObject { ["orderNbr"] = order, ["parcels"] = new JsonArray(Parcel("MUG-01", quantity)) });
            await environment.ControlAsync("invoice", new JsonObject { ["orderNbr"] = order });
        }

        var invoices = (await environment.GetAsync($"SalesInvoiceHeadersV4?$filter=SalesOrderNumber eq '{order}'&$expand=SalesInvoiceLinesV4")).Rows;
        Assert.Equal([1m, 2m], invoices.Select(invoice => invoice["SalesInvoiceLinesV4"]![0]!.Number("InvoicedQuantity")));
        Assert.Equal((await environment.ReadOrderAsync(order)).Number("OrderTotalAmount"), invoices.Sum(invoice => invoice.Number("TotalInvoiceAmount")));
        Assert.Equal("XC-1001", invoices[0].Text("CustomersOrderReference"));
        Assert.Equal(2, (await environment.GetAsync("SalesInvoiceJournalHeaders")).Rows.Count);
        Assert.Equal(("Invoiced", "Invoiced"), ((await environment.ReadOrderAsync(order)).Text("SalesOrderStatus"), (await environment.LinesAsync(order))[0].Text("SalesOrderLineStatus")));
    }

    [Fact]
    public async Task Nothing_is_invoiced_before_it_is_delivered()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", 5, 10));

        Assert.Equal(400, (await environment.SendAsync(HttpMethod.Post, "/_sandbox/invoice", Environment.Json(new JsonObject { ["orderNbr"] = order }))).Status);
    }

    [Theory]
    [InlineData(true, 2003)]
    [InlineData(false, 2000)]
    public async Task Goods_that_come_back_are_received_and_credited(bool restock, decimal onHand)
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", -3, 10));
        Assert.Equal(0m, (await environment.StockAsync("MUG-01")).Number("OnOrderQuantity"));

        await environment.ControlAsync("return", new JsonObject { ["orderNbr"] = order, ["restock"] = restock });

        Assert.Equal(onHand, (await environment.StockAsync("MUG-01")).Number("OnHandQuantity"));
        Assert.Equal(-30m, (await environment.GetAsync("SalesInvoiceHeadersV4")).Rows.Single().Number("TotalInvoiceAmount"));
        Assert.Equal("Invoiced", (await environment.ReadOrderAsync(order)).Text("SalesOrderStatus"));
    }

    private static JsonObject Parcel(string item, decimal quantity) => new() { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = item, ["qty"] = quantity }) };

    private static Task<Reply> ShipAsync(Environment environment, JsonObject body) => environment.SendAsync(HttpMethod.Post, "/_sandbox/ship", Environment.Json(body));
}
