using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Returns;
using Integration.Dynamics.Finance.Returns;
using Xunit;
using OrderSamples = Integration.Tests.Unit.Dynamics.SalesOrders.OrderSamples;

namespace Integration.Tests.Unit.Dynamics.Returns;

public sealed class CreditReadingTests : IDisposable
{
    private readonly FinanceBench _bench = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FinanceReturns Returns => new(_bench.Client, _bench.Store, _bench.Settings);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_credit_note_leads_over_its_return_to_the_sale()
    {
        _bench.Server.On(
            ("SalesInvoiceHeadersV4", FinanceReply.List(Note())), ("ReturnOrderHeadersV2", FinanceReply.List(ReturnSamples.Header(replaced: "Yes"))),
            ("ReturnOrderLinesV2", FinanceReply.List(ReturnSamples.Lines("Invoiced"))), ("SalesOrderHeadersV3", FinanceReply.List(OrderSamples.Header())));

        var found = await CreditAsync();

        Assert.Equal(("CIV-9", ErpCreditKind.CreditMemo, 12.07m, "EUR", new DateOnly(2026, 3, 9), true, true), (found.Credit.Id, found.Credit.Kind, found.Credit.Amount, found.Credit.Currency, found.Credit.Date, found.Credit.Stands, found.Credit.Exchange));
        Assert.Equal(("000891", "RO-1", ReturnSamples.Reference), (Assert.Single(found.Orders), Assert.Single(found.Credit.Returns), Assert.Single(found.References)));
    }

    [Fact]
    public async Task A_credit_note_of_an_order_with_negative_lines_belongs_to_that_order()
    {
        _bench.Server.On(("SalesInvoiceHeadersV4", FinanceReply.List(Note(order: "000777"))));

        var found = await CreditAsync();

        Assert.Equal(("000777", 0, false), (Assert.Single(found.Orders), found.Credit.Returns.Count, found.Credit.Exchange));
    }

    [Theory, InlineData("10.00", "CIV-9"), InlineData("-10.00", "CIV-90")]
    public async Task An_invoice_and_a_number_that_only_begins_so_are_no_credit_note(string amount, string number)
    {
        _bench.Server.On(("SalesInvoiceHeadersV4", FinanceReply.List(Note(number, amount: amount))));

        Assert.IsType<ReadOutcome<FoundCredit>.NotFound>(await Returns.ReadCreditAsync("CIV-9", Ct));
    }

    [Fact]
    public async Task Credit_notes_of_the_last_days_are_listed_whole_and_those_of_a_day_by_its_date()
    {
        _bench.Server.On(("SalesInvoiceHeadersV4", FinanceReply.List(Note(), Note("CIV-10", amount: "-1.50"))));

        var pages = new List<ChangePage>();
        await foreach (var page in Returns.CreditsChangedSinceAsync(new DateTimeOffset(2026, 3, 15, 10, 0, 0, TimeSpan.Zero), Ct)) pages.Add(page);
        var days = new List<CreditPage>();
        await foreach (var page in Returns.OfDayAsync(new DateOnly(2026, 3, 9), Ct)) days.Add(page);

        Assert.Equal([("CIV-9", "2026-03-09 12.07 EUR"), ("CIV-10", "2026-03-09 1.5 EUR")], pages.SelectMany(page => page.Records).Select(record => (record.Id, record.Content!)));
        Assert.True(Assert.Single(pages) is { IsWhole: true, Last: true });
        Assert.Contains("InvoiceDate ge 2026-03-01T00:00:00Z and TotalInvoiceAmount lt 0", _bench.Server.Calls[0].Target, StringComparison.Ordinal);
        Assert.Equal([(12.07m, ReturnSamples.Reference), (1.50m, ReturnSamples.Reference)], Assert.Single(days).Credits.Select(listed => (listed.Credit.Amount, listed.Reference)));
        Assert.Contains("InvoiceDate ge 2026-03-09T00:00:00Z and InvoiceDate lt 2026-03-10T00:00:00Z and TotalInvoiceAmount lt 0", _bench.Server.Calls[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_that_cannot_be_read_fails_the_reading_of_its_credit_note()
    {
        _bench.Server.On(("SalesInvoiceHeadersV4", FinanceReply.List(Note())), ("ReturnOrderHeadersV2", new FinanceReply(403, "")));

        Assert.IsType<WriteOutcome.Denied>(Assert.IsType<ReadOutcome<FoundCredit>.Failed>(await Returns.ReadCreditAsync("CIV-9", Ct)).Outcome);
    }

    private async Task<FoundCredit> CreditAsync() => Assert.IsType<ReadOutcome<FoundCredit>.Found>(await Returns.ReadCreditAsync("CIV-9", Ct)).Value;

    private static string Note(string number = "CIV-9", string order = "RO-1", string amount = "-12.07") =>
        $"\"InvoiceNumber\":\"{number}\",\"InvoiceDate\":\"2026-03-09T12:00:00Z\",\"SalesOrderNumber\":\"{order}\",\"CustomersOrderReference\":\"{ReturnSamples.Reference}\",\"CurrencyCode\":\"EUR\",\"TotalInvoiceAmount\":{amount}";
}
