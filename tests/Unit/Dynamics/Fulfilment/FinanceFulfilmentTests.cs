using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.OrderToCash;
using Integration.Dynamics.Finance.Fulfilment;
using Xunit;
using static Integration.Tests.Unit.Dynamics.SalesOrders.OrderSamples;

namespace Integration.Tests.Unit.Dynamics.Fulfilment;

public sealed class FinanceFulfilmentTests : IDisposable
{
    private static readonly DateTimeOffset Since = new(2026, 3, 15, 10, 0, 0, TimeSpan.Zero);
    private readonly FinanceBench _bench = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FinanceFulfilment Fulfilment => new(_bench.Client, _bench.Store, _bench.Settings);

    [Fact]
    public async Task A_sweep_lists_open_web_orders_page_by_page_with_everything_that_counts()
    {
        _bench.Server.Script = call =>
            call.Target.StartsWith("/data/SalesOrderLines", StringComparison.Ordinal) ? FinanceReply.List([.. Lines(), Line(9, "OTHER", 1, 1, "", number: "000899")])
            : call.Target.Contains("skiptoken", StringComparison.Ordinal) ? FinanceReply.List(Header("000893"))
            : FinanceReply.ListThen("https://shop.operations.dynamics.example/data/SalesOrderHeadersV3?cross-company=true&$skiptoken=2", Header("000891"), Header("000892"));

        var pages = await PagesAsync(Fulfilment.OrdersChangedSinceAsync(Since, Ct));

        Assert.Equal(["000891", "000892", "000893"], pages.SelectMany(page => page.Records).Select(record => record.Id));
        Assert.Equal([false, true], pages.Select(page => page.Last));
        Assert.All(pages, page => Assert.True(page.IsWhole && page.SourceTime is not null));
        Assert.All(pages.SelectMany(page => page.Records), record => Assert.NotEmpty(record.Content!));
        Assert.Contains("SalesOrderStatus eq Microsoft.Dynamics.DataEntities.SalesStatus'Backorder' and CustomersOrderReference ne ''", _bench.Server.Calls[0].Target, StringComparison.Ordinal);
        Assert.Contains("SalesOrderNumber ge '000891' and SalesOrderNumber le '000892'", _bench.Server.Calls[1].Target, StringComparison.Ordinal);
        Assert.Contains("LOT-1\tMUG-01\t2\t9\tBackorder", pages[0].Records[0].Content!, StringComparison.Ordinal);
        Assert.DoesNotContain("LOT-", pages[0].Records[1].Content!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_order_has_the_same_content_and_an_edited_line_another()
    {
        async Task<string> ContentAsync(params string[] lines)
        {
            _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(Header())), ("SalesOrderLines", FinanceReply.List(lines)));
            return Assert.Single((await PagesAsync(Fulfilment.OrdersChangedSinceAsync(Since, Ct)))[0].Records).Content!;
        }

        Assert.Equal(await ContentAsync(Lines()), await ContentAsync([.. Lines().Reverse()]));
        Assert.NotEqual(await ContentAsync(Lines()), await ContentAsync(Line(1, "MUG-01", 1, 4.50m, "1")));
    }

    [Fact]
    public async Task A_failed_page_ends_the_sweep_and_is_not_the_last_one()
    {
        _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(Header())), ("SalesOrderLines", FinanceReply.Error(403, "No.")));

        var page = Assert.Single(await PagesAsync(Fulfilment.OrdersChangedSinceAsync(Since, Ct)));

        Assert.IsType<WriteOutcome.Denied>(page.Failure);
        Assert.False(page.Last);
    }

    [Fact]
    public async Task An_open_order_is_read_with_two_calls()
    {
        _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(Header())), ("SalesOrderLines", FinanceReply.List(Lines())));

        var order = Assert.IsType<ReadOutcome<ErpOrderProgress>.Found>(await Fulfilment.ReadOrderAsync("000891", Ct)).Value;

        Assert.Equal(("000891", Reference, ErpOrderStatus.Open, 14.90m), (order.Id, order.Reference, order.Status, order.Content!.Total));
        Assert.Empty(order.Shipments!);
        Assert.Equal(2, _bench.Server.Calls.Count);
    }

    [Fact]
    public async Task A_partly_shipped_order_shows_its_slips_and_what_is_still_to_come()
    {
        Shipped(Header(processing: "PartiallyDelivered"), [Line(1, "MUG-01", 3, 9, "1"), Line(2, "BOOK", 1, 1, "2", "Delivered")]);

        var order = Assert.IsType<ReadOutcome<ErpOrderProgress>.Found>(await Fulfilment.ReadOrderAsync("000891", Ct)).Value;

        Assert.Equal(ErpOrderStatus.Shipping, order.Status);
        Assert.Equal(["000891/PS-1", "000891/PS-2"], order.Shipments!);
        Assert.Equal([("LOT-1", 1m), ("LOT-2", 0m)], order.Content!.Lines.Select(line => (line.Id, line.BackOrdered)));
    }

    [Fact]
    public async Task An_invoiced_order_names_its_invoices()
    {
        _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(Header(status: "Invoiced", processing: "Invoiced"))), ("SalesOrderLines", FinanceReply.List(Lines(status: "Invoiced"))),
            ("SalesInvoiceHeadersV4", FinanceReply.List("\"InvoiceNumber\":\"CIV-2\",\"SalesOrderNumber\":\"000891\"", "\"InvoiceNumber\":\"CIV-1\",\"SalesOrderNumber\":\"000891\"")));

        Assert.Equal(["CIV-1", "CIV-2"], Assert.IsType<ReadOutcome<ErpOrderProgress>.Found>(await Fulfilment.ReadOrderAsync("000891", Ct)).Value.Invoices);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.IsType<ReadOutcome<ErpOrderProgress>.NotFound>(await Fulfilment.ReadOrderAsync("000899", Ct));
        Assert.IsType<ReadOutcome<ErpShipment>.NotFound>(await Fulfilment.ReadShipmentAsync("000999", Ct));
        Assert.IsType<ReadOutcome<ErpShipment>.NotFound>(await Fulfilment.ReadShipmentAsync("000891/PS-9", Ct));
    }

    [Fact]
    public async Task A_slip_comes_back_with_its_lines_and_numbers()
    {
        Shipped(Header(), Lines());

        var shipment = Assert.IsType<ReadOutcome<ErpShipment>.Found>(await Fulfilment.ReadShipmentAsync("000891/PS-1", Ct)).Value;
        var part = shipment.ByOrder["000891"];

        Assert.True(shipment.IsConfirmed);
        Assert.Equal(("000891/PS-1", new DateOnly(2026, 3, 2), "UPS"), (part.Number, part.ShippedOn, part.Carrier));
        Assert.Equal(["T1", "T2"], part.TrackingNumbers);
        Assert.Equal([("LOT-1", "MUG-01", 2m)], part.Lines.Select(line => (line.OrderLine, line.Sku, line.Quantity)));
    }

    [Fact]
    public async Task Shipping_and_tax_on_a_slip_are_no_goods_and_a_slip_of_nothing_else_is_no_shipment()
    {
        _bench.Server.On(
            ("ShipmentPackingSlipJournalHeaders", FinanceReply.List(Slip("V1", "PS-1"), Slip("V2", "PS-2"))),
            ("ShipmentPackingSlipJournalLines", FinanceReply.List(Left("V1", 1, "MUG-01", 2), Left("V1", 3, "shipping", 1), Left("V2", 4, "SALESTAX", 1))));

        Assert.Equal(["MUG-01"], Assert.IsType<ReadOutcome<ErpShipment>.Found>(await Fulfilment.ReadShipmentAsync("000891/PS-1", Ct)).Value.ByOrder["000891"].Lines.Select(line => line.Sku));
        Assert.IsType<ReadOutcome<ErpShipment>.NotFound>(await Fulfilment.ReadShipmentAsync("000891/PS-2", Ct));
    }

    [Fact]
    public async Task A_slip_whose_newest_version_was_cancelled_is_not_confirmed()
    {
        Shipped(Header(), Lines(), active: "No");

        Assert.False(Assert.IsType<ReadOutcome<ErpShipment>.Found>(await Fulfilment.ReadShipmentAsync("000891/PS-1", Ct)).Value.IsConfirmed);
        Assert.Empty(Assert.IsType<ReadOutcome<ErpOrderProgress>.Found>(await Fulfilment.ReadOrderAsync("000891", Ct)).Value.Shipments!);
    }

    [Fact]
    public async Task A_slip_that_only_tracking_tells_of_is_a_shipment_without_lines()
    {
        _bench.Server.On(("PackingSlipTrackingInformation", FinanceReply.List(Tracked("PS-7", "T7"))));

        var part = Assert.IsType<ReadOutcome<ErpShipment>.Found>(await Fulfilment.ReadShipmentAsync("000891/PS-7", Ct)).Value.ByOrder["000891"];

        Assert.Equal((0, "T7"), (part.Lines.Count, Assert.Single(part.TrackingNumbers)));
    }

    [Fact]
    public async Task The_journal_of_sales_tells_of_slips_without_their_lines()
    {
        using var bench = new FinanceBench(FinanceBench.Usual with { PackingSlips = PackingSlipJournal.Sales });
        bench.Server.On(
            ("CustPackingSlipJourBiEntities", FinanceReply.List(
                "\"SalesId\":\"000891\",\"PackingSlipId\":\"PS-1\",\"DeliveryDate\":\"2026-03-02T12:00:00Z\",\"ShipCarrierId\":\"UPS\",\"Qty\":3",
                "\"SalesId\":\"000891\",\"PackingSlipId\":\"PS-2\",\"DeliveryDate\":\"2026-03-03T12:00:00Z\",\"ShipCarrierId\":\"\",\"Qty\":0")),
            ("PackingSlipTrackingInformation", FinanceReply.List(Tracked("PS-1", "T1"))));
        var fulfilment = new FinanceFulfilment(bench.Client, bench.Store, bench.Settings);

        var shipment = Assert.IsType<ReadOutcome<ErpShipment>.Found>(await fulfilment.ReadShipmentAsync("000891/PS-1", Ct)).Value;
        Assert.Equal((true, "UPS", "T1"), (shipment.IsConfirmed, shipment.ByOrder["000891"].Carrier, Assert.Single(shipment.ByOrder["000891"].TrackingNumbers)));
        Assert.False(Assert.IsType<ReadOutcome<ErpShipment>.Found>(await fulfilment.ReadShipmentAsync("000891/PS-2", Ct)).Value.IsConfirmed);
        Assert.Equal(["000891/PS-1", "000891/PS-2"], (await PagesAsync(fulfilment.ShipmentsChangedSinceAsync(Since, Ct)))[0].Records.Select(record => record.Id));
    }

    [Fact]
    public async Task A_sweep_lists_the_slips_of_the_last_days_with_everything_that_counts()
    {
        _bench.Server.On(
            ("ShipmentPackingSlipJournalHeaders", FinanceReply.List($"{Slip("V1", "PS-1")},\"ShipmentPackingSlipJournalLines\":[{Record(Left("V1", 1, "MUG-01", 2))},{Record(Left("V1", 5, "LAMP", 1, "000900"))}]")),
            ("PackingSlipTrackingInformation", FinanceReply.List(Tracked("PS-1", "T1"))));

        var page = Assert.Single(await PagesAsync(Fulfilment.ShipmentsChangedSinceAsync(Since, Ct)));

        Assert.Equal(["000891/PS-1", "000900/PS-1"], page.Records.Select(record => record.Id));
        Assert.True(page is { Last: true, IsWhole: true });
        Assert.Contains("T1", page.Records[0].Content!, StringComparison.Ordinal);
        Assert.All(_bench.Server.Calls, call => Assert.Contains("DeliveryDate ge 2026-03-01T00:00:00Z", call.Target, StringComparison.Ordinal));
        Assert.Contains("$expand=ShipmentPackingSlipJournalLines", _bench.Server.Calls[0].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tracking_number_that_is_added_later_changes_the_content()
    {
        async Task<string> ContentAsync(params string[] tracking)
        {
            _bench.Server.On(("ShipmentPackingSlipJournalHeaders", FinanceReply.List($"{Slip("V1", "PS-1")},\"ShipmentPackingSlipJournalLines\":[{Record(Left("V1", 1, "MUG-01", 2))}]")),
                ("PackingSlipTrackingInformation", FinanceReply.List(tracking)));
            return Assert.Single((await PagesAsync(Fulfilment.ShipmentsChangedSinceAsync(Since, Ct)))[0].Records).Content!;
        }

        Assert.Equal(await ContentAsync(), await ContentAsync());
        Assert.NotEqual(await ContentAsync(), await ContentAsync(Tracked("PS-1", "T1")));
    }

    public void Dispose() => _bench.Dispose();

    private void Shipped(string header, string[] lines, string active = "Yes") => _bench.Server.On(
        ("SalesOrderHeadersV3", FinanceReply.List(header)), ("SalesOrderLines", FinanceReply.List(lines)),
        ("ShipmentPackingSlipJournalHeaders", FinanceReply.List(Slip("V1", "PS-1", active), Slip("V2", "PS-2", active), Slip("V0", "PS-1", "No"))),
        ("ShipmentPackingSlipJournalLines", FinanceReply.List(Left("V0", 1, "MUG-01", 9), Left("V1", 1, "MUG-01", 2), Left("V2", 2, "BOOK", 1))),
        ("PackingSlipTrackingInformation", FinanceReply.List(Tracked("PS-1", "T1"), Tracked("PS-1", "T2"), Tracked("PS-2", "T3"))));

    private static string Slip(string version, string number, string active = "Yes") =>
        $"\"ShipmentPackingSlipVersionNumber\":\"{version}\",\"ShipmentPackingSlipNumber\":\"{number}\",\"DeliveryDate\":\"2026-03-02T12:00:00Z\",\"IsActive\":\"{active}\",\"ShippingCarrierId\":\"UPS\"";

    private static string Left(string version, int line, string item, int quantity, string order = "000891") =>
        $"\"ShipmentPackingSlipVersionNumber\":\"{version}\",\"InventoryLotId\":\"LOT-{line}\",\"ConsignerOrderNumber\":\"{order}\",\"ItemNumber\":\"{item}\",\"ShippedQuantity\":{quantity}";

    private static string Tracked(string slip, string number) =>
        $"\"SalesOrderNumber\":\"000891\",\"PackingSlipNumber\":\"{slip}\",\"DeliveryDate\":\"2026-03-02T12:00:00Z\",\"TrackingNumber\":\"{number}\"";

    private static async Task<List<ChangePage>> PagesAsync(IAsyncEnumerable<ChangePage> sweep)
    {
        var pages = new List<ChangePage>();
        await foreach (var page in sweep) pages.Add(page);
        return pages;
    }
}
