using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Dynamics.Finance.Returns;
using Xunit;
using static Integration.Tests.Unit.Dynamics.SalesOrders.OrderSamples;

namespace Integration.Tests.Unit.Dynamics.Returns;

public sealed class SaleReadingTests : IDisposable
{
    private readonly FinanceBench _bench = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task An_order_of_which_nothing_left_is_read_without_slips_and_invoices()
    {
        _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(Header())), ("SalesOrderLines", FinanceReply.List(Lines())));

        var sale = await SaleAsync();

        Assert.Equal(("C42", 2), (sale.CustomerId, sale.Lines.Count));
        Assert.All(sale.Lines, line => Assert.Equal((0m, 0), (line.Shipped, line.Invoiced.Count)));
        Assert.Equal(2, _bench.Server.Calls.Count);
    }

    [Fact]
    public async Task Invoices_are_shared_among_lines_of_one_item_in_the_order_of_billing_and_credit_notes_are_none()
    {
        _bench.Server.On(
            ("SalesOrderHeadersV3", FinanceReply.List(Header(processing: "PartiallyInvoiced"))),
            ("SalesOrderLines", FinanceReply.List(Line(1, "MUG-01", 2, 9, "1"), Line(2, "MUG-01", 3, 9, "2"), Line(3, "SHIPPING", 1, 4.9m, "shipping"))),
            ("SalesInvoiceHeadersV4", FinanceReply.List(Invoice("CIV-2", "2026-03-02"), Invoice("CIV-1", "2026-03-01"), Invoice("CIV-3", "2026-03-03"))),
            ("SalesInvoiceV4Lines", FinanceReply.List(Billed("CIV-1", 1, 1), Billed("CIV-2", 1, 3), Billed("CIV-3", 1, -1), Billed("CIV-2", 2, 1, "SHIPPING"))));

        var sale = await SaleAsync();

        Assert.Equal(["1: CIV-1/1 1, CIV-2/1 1", "2: CIV-2/1 2"], sale.Lines.Select(line => $"{line.Line}: {string.Join(", ", line.Invoiced.Select(part => FormattableString.Invariant($"{part.Number}/{part.Line} {part.Quantity:0}")))}"));
        Assert.Equal([(2m, "LOT-1"), (2m, "LOT-2")], sale.Lines.Select(line => (line.Shipped, line.Id!)));
    }

    [Fact]
    public async Task Packing_slips_and_statuses_tell_what_has_left_and_a_shortened_key_is_nobodys()
    {
        _bench.Server.On(
            ("SalesOrderHeadersV3", FinanceReply.List(Header(processing: "PartiallyDelivered"))),
            ("SalesOrderLines", FinanceReply.List(Line(1, "MUG-01", 5, 9, "1"), Line(2, "BOOK", 1, 1, "averylongid~1a2b3c4d", status: "Delivered"))),
            ("ShipmentPackingSlipJournalLines", FinanceReply.List("\"ShipmentPackingSlipVersionNumber\":\"PS-1-1\",\"InventoryLotId\":\"LOT-1\",\"ConsignerOrderNumber\":\"000891\",\"ItemNumber\":\"MUG-01\",\"ShippedQuantity\":3")),
            ("ShipmentPackingSlipJournalHeaders", FinanceReply.List("\"ShipmentPackingSlipVersionNumber\":\"PS-1-1\",\"ShipmentPackingSlipNumber\":\"PS-1\",\"DeliveryDate\":\"2026-03-02T12:00:00Z\",\"IsActive\":\"Yes\",\"ShippingCarrierId\":\"\"")));

        Assert.Equal([("1", 3m), ("", 1m)], (await SaleAsync()).Lines.Select(line => (line.Line, line.Shipped)));
    }

    [Theory, InlineData("SalesOrderHeadersV3"), InlineData("SalesOrderLines"), InlineData("SalesInvoiceHeadersV4"), InlineData("SalesInvoiceV4Lines"), InlineData("PackingSlipTrackingInformation")]
    public async Task What_cannot_be_read_fails_the_reading(string set)
    {
        _bench.Server.Script = call => call.Target.StartsWith($"/data/{set}", StringComparison.Ordinal) ? new FinanceReply(503, "")
            : call.Target.StartsWith("/data/SalesOrderHeadersV3", StringComparison.Ordinal) ? FinanceReply.List(Header(processing: "PartiallyInvoiced"))
            : call.Target.StartsWith("/data/SalesOrderLines", StringComparison.Ordinal) ? FinanceReply.List(Lines())
            : call.Target.StartsWith("/data/SalesInvoiceHeadersV4", StringComparison.Ordinal) ? FinanceReply.List(Invoice("CIV-1", "2026-03-01")) : FinanceReply.List();

        Assert.IsType<WriteOutcome.Unavailable>(Assert.IsType<ReadOutcome<ErpSale>.Failed>(await Returns.ReadSaleAsync("000891", Ct)).Outcome);
    }

    private FinanceReturns Returns => new(_bench.Client, _bench.Store, _bench.Settings);

    private async Task<ErpSale> SaleAsync() => Assert.IsType<ReadOutcome<ErpSale>.Found>(await Returns.ReadSaleAsync("000891", Ct)).Value;

    private static string Invoice(string number, string day) => $"\"InvoiceNumber\":\"{number}\",\"InvoiceDate\":\"{day}T12:00:00Z\",\"SalesOrderNumber\":\"000891\"";

    private static string Billed(string number, int line, int quantity, string item = "MUG-01") =>
        FormattableString.Invariant($"\"InvoiceNumber\":\"{number}\",\"LineCreationSequenceNumber\":{line},\"ProductNumber\":\"{item}\",\"InvoicedQuantity\":{quantity}");
}
