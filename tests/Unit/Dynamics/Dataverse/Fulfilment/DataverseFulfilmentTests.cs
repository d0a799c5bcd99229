using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Shipments;
using Integration.Dynamics.Dataverse.Fulfilment;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.Fulfilment;

public sealed class DataverseFulfilmentTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_order_is_open_with_its_lines_and_has_no_shipments()
    {
        await using var bench = await RecordsBench.StartAsync();
        var order = await bench.Org.OrderAsync(Web.Order(Web.Line("MUG-01", 2m, 9m), Web.Line("DESK-01", 1m), Web.WriteIn("Gift wrap", 1m, 3m)));

        var progress = await OrderAsync(bench, Id(order));

        Assert.Equal((Id(order), order.Text("ordernumber"), order.Text("xci_externalid"), ErpOrderStatus.Open), (progress.Id, progress.Number, progress.Reference, progress.Status));
        Assert.Equal(("USD", 470m), (progress.Content!.Currency, progress.Content.Total));
        Assert.Equal([("MUG-01", 2m, 18m, 0m), ("DESK-01", 1m, 449m, 0m)], progress.Content.Lines.Select(line => (line.Sku, line.Quantity, line.Amount, line.BackOrdered)));
        Assert.Empty(progress.Shipments!);
        Assert.Empty(progress.Invoices);
    }

    [Fact]
    public async Task What_left_is_an_invoice_with_its_tracking_number_and_the_rest_comes_later()
    {
        await using var bench = await RecordsBench.StartAsync();
        var order = await bench.Org.OrderAsync(Web.Order(Web.Line("MUG-01", 3m), Web.Line("DESK-01", 1m)));
        await ShipAsync(bench, order, ("MUG-01", 1m, "T1"));

        var progress = await OrderAsync(bench, Id(order));
        var shipment = await ShipmentAsync(bench, Assert.Single(progress.Shipments!));

        Assert.Equal(ErpOrderStatus.Shipping, progress.Status);
        Assert.Equal([("MUG-01", 2m), ("DESK-01", 1m)], progress.Content!.Lines.Select(line => (line.Sku, line.BackOrdered)));
        Assert.True(shipment.IsConfirmed);
        var part = Assert.Single(shipment.ByOrder);
        Assert.Equal((Id(order), "T1"), (part.Key, Assert.Single(part.Value.TrackingNumbers)));
        Assert.Equal(new ShipmentLine(progress.Content.Lines[0].Id, "MUG-01", 1m), Assert.Single(part.Value.Lines));
        Assert.Equal([part.Value.Number], progress.Invoices);

        await ShipAsync(bench, order, ("MUG-01", 2m, "T2"), ("DESK-01", 1m, "T3"));
        var done = await OrderAsync(bench, Id(order));
        Assert.Equal((ErpOrderStatus.Completed, 3), (done.Status, done.Shipments!.Count));
        Assert.All(done.Content!.Lines, line => Assert.Equal(0, line.BackOrdered));
    }

    [Fact]
    public async Task An_invoice_that_tells_of_nothing_that_left_is_no_shipment_until_somebody_enters_the_number()
    {
        await using var bench = await RecordsBench.StartAsync();
        var order = await bench.Org.OrderAsync();
        await bench.Org.ControlAsync("invoice", new() { ["orderNbr"] = order.Text("ordernumber") });
        var invoice = Assert.Single((await bench.Org.GetAsync("invoices")).Rows)!.Text("invoiceid");

        var progress = await OrderAsync(bench, Id(order));
        Assert.Equal((ErpOrderStatus.Invoiced, 0, 1), (progress.Status, progress.Shipments!.Count, progress.Invoices.Count));
        Assert.False((await ShipmentAsync(bench, invoice)).IsConfirmed);

        var line = Assert.Single((await bench.Org.GetAsync("invoicedetails")).Rows)!.Text("invoicedetailid");
        await bench.Org.PatchAsync($"invoicedetails({line})", new() { ["shippingtrackingnumber"] = "T9" });
        Assert.Equal([invoice], (await OrderAsync(bench, Id(order))).Shipments!);
        var shipment = await ShipmentAsync(bench, invoice);
        Assert.Equal((true, "T9", 2m), (shipment.IsConfirmed, shipment.ByOrder[Id(order)].TrackingNumbers[0], shipment.ByOrder[Id(order)].Lines[0].Quantity));
    }

    [Fact]
    public async Task A_cancelled_invoice_takes_its_shipment_back()
    {
        await using var bench = await RecordsBench.StartAsync();
        var order = await bench.Org.OrderAsync();
        await ShipAsync(bench, order, ("MUG-01", 1m, "T1"));
        var invoice = Assert.Single((await bench.Org.GetAsync("invoices")).Rows)!.Text("invoiceid");
        await bench.Org.PatchAsync($"invoices({invoice})", new() { ["statecode"] = 3, ["statuscode"] = 100003 });

        Assert.Empty((await OrderAsync(bench, Id(order))).Shipments!);
        Assert.False((await ShipmentAsync(bench, invoice)).IsConfirmed);
    }

    [Fact]
    public async Task Sweeps_list_each_order_and_shipment_once_and_leave_orders_of_others_out()
    {
        var time = new SteppedTime();
        await using var bench = await RecordsBench.StartAsync(clock: time);
        var fulfilment = Fulfilment(bench);
        var orders = new List<JsonNode>();
        for (var number = 0; number < RecordsBench.PageSize + 2; number++) orders.Add(await bench.Org.OrderAsync());
        await bench.Org.OrderAsync(Web.Order().Without("xci_externalid"));
        time.Step(TimeSpan.FromMinutes(1));
        var since = time.GetUtcNow();

        Assert.Equal(orders.Select(Id).Order(), (await RecordsBench.AllAsync(fulfilment.OrdersChangedSinceAsync(since.AddMinutes(-1), Ct))).Select(record => record.Id).Order());
        Assert.Empty(await RecordsBench.AllAsync(fulfilment.OrdersChangedSinceAsync(since, Ct)));
        Assert.Empty(await RecordsBench.AllAsync(fulfilment.ShipmentsChangedSinceAsync(since.AddMinutes(-1), Ct)));
        await ShipAsync(bench, orders[0], ("MUG-01", 1m, "T1"), ("MUG-01", 1m, "T2"));
        Assert.Equal([Id(orders[0])], (await RecordsBench.AllAsync(fulfilment.OrdersChangedSinceAsync(since, Ct))).Select(record => record.Id));
        Assert.Equal((await OrderAsync(bench, Id(orders[0]))).Shipments!, (await RecordsBench.AllAsync(fulfilment.ShipmentsChangedSinceAsync(since, Ct))).Select(record => record.Id).Order());
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var bench = await RecordsBench.StartAsync();

        foreach (var id in (string[])[Guid.NewGuid().ToString(), "000891"])
        {
            Assert.IsType<ReadOutcome<ErpOrderProgress>.NotFound>(await Fulfilment(bench).ReadOrderAsync(id, Ct));
            Assert.IsType<ReadOutcome<ErpShipment>.NotFound>(await Fulfilment(bench).ReadShipmentAsync(id, Ct));
        }
    }

    private static DataverseFulfilment Fulfilment(RecordsBench bench) => new(bench.Client, "xci_externalid", "productnumber", RecordsBench.PageSize);

    private static string Id(JsonNode order) => order.Text("salesorderid");

    private static async Task<ErpOrderProgress> OrderAsync(RecordsBench bench, string id) => Assert.IsType<ReadOutcome<ErpOrderProgress>.Found>(await Fulfilment(bench).ReadOrderAsync(id, Ct)).Value;

    private static async Task<ErpShipment> ShipmentAsync(RecordsBench bench, string id) => Assert.IsType<ReadOutcome<ErpShipment>.Found>(await Fulfilment(bench).ReadShipmentAsync(id, Ct)).Value;

    private static Task<JsonNode> ShipAsync(RecordsBench bench, JsonNode order, params (string Sku, decimal Quantity, string Tracking)[] parcels) => bench.Org.ControlAsync("ship", new JsonObject
    {
        ["orderNbr"] = order.Text("ordernumber"),
        ["parcels"] = new JsonArray([.. parcels.Select(parcel => new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = parcel.Sku, ["qty"] = parcel.Quantity }), ["trackingNbr"] = parcel.Tracking })]),
    });
}
