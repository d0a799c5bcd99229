using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Xunit;
using static Integration.Tests.Unit.Dynamics.Payments.PaymentBench;

namespace Integration.Tests.Unit.Dynamics.Payments;

public sealed class JournalBookingTests : IDisposable
{
    private const string Headers = "/data/LedgerJournalHeaders";

    private readonly PaymentBench _bench = new(booking: PaymentBooking.Journal);

    [Fact]
    public async Task An_entry_is_lines_with_offset_accounts_in_one_change_set()
    {
        _bench.Server.Script = call => call.Target.StartsWith("/data/$batch", StringComparison.Ordinal) ? FinanceReply.ChangeSet(Whole(LedgerLine("97.01", 1)), Whole(LedgerLine("3", 2)))
            : call.Target.StartsWith(Headers, StringComparison.Ordinal) ? FinanceReply.List(Journal("00031")) : FinanceReply.List();

        Assert.Equal("00031/1", Assert.IsType<WriteOutcome.Done>(await _bench.PostAsync(Entry(fee: 3m))).Ref.Id);

        var batch = _bench.Server.Calls[^1].Body;
        Assert.Contains("\"AccountDisplayValue\":\"10200-WEB\",\"OffsetAccountType\":\"Ledger\",\"OffsetAccountDisplayValue\":\"11000-WEB\",\"DebitAmount\":97.01", batch, StringComparison.Ordinal);
        Assert.Contains("\"AccountDisplayValue\":\"62000-WEB\"", batch, StringComparison.Ordinal);
        Assert.Contains("\"Text\":\"XC1-T1 capture, shop order 1001, Card\"", batch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refund_is_credited_and_what_does_not_balance_books_nothing()
    {
        var refund = _bench.Document(Entry(kind: PaymentEntryKind.Refund));
        Assert.Equal(new Money(100.01m, "USD"), _bench.Port.AmountOf(PaymentBooking.Journal, refund));
        var line = Assert.Single(refund["lines"]!.AsArray())!.AsObject();
        Assert.Equal((100.01m, false), ((decimal)line["CreditAmount"]!, line.ContainsKey("DebitAmount")));

        line.Remove("OffsetAccountDisplayValue");
        Assert.Null(_bench.Port.AmountOf(PaymentBooking.Journal, refund));
    }

    [Fact]
    public async Task An_entry_that_is_there_is_not_made_again_and_half_of_one_is_told()
    {
        _bench.Server.On(("LedgerJournalLines", FinanceReply.List(LedgerLine("97.01", 1), LedgerLine("3", 2))));
        Assert.IsType<LookOutcome.Same>(await _bench.FindAsync(Entry(fee: 3m)));
        Assert.IsType<WriteOutcome.Done>(await _bench.PostAsync(Entry(fee: 3m)));
        Assert.DoesNotContain(_bench.Server.Calls, call => call.Method == "POST");

        _bench.Server.On(("LedgerJournalLines", FinanceReply.List(LedgerLine("97.01", 1))));
        Assert.Equal(["lines", "lines.DebitAmount"], Assert.IsType<WriteOutcome.Differs>(await _bench.PostAsync(Entry(fee: 3m))).Fields.Select(reason => reason.Field));
    }

    [Fact]
    public async Task A_day_lists_entries_by_their_key()
    {
        _bench.Server.Script = call => call.Target.StartsWith(Headers, StringComparison.Ordinal) ? FinanceReply.List(Journal("00031", posted: true))
            : FinanceReply.List(LedgerLine("97.01", 1), LedgerLine("3", 2), LedgerLine("5", 3, "XC1-T1-8", "refund"), LedgerLine("5", 4, "XC2-T1"));

        var listed = new List<BookedPayment>();
        await foreach (var page in _bench.Port.ListByDayAsync(_bench.Pair, new DateOnly(2026, 3, 2), TestContext.Current.CancellationToken)) listed.AddRange(page.Payments);

        Assert.Equal(
            [("XC1-T1", PaymentEntryKind.Capture, 100.01m, true), ("XC1-T1-8", PaymentEntryKind.Refund, 5m, true)],
            listed.Select(entry => (entry.Key, entry.Kind, entry.Amount.Amount, entry.Released)));
    }

    public void Dispose() => _bench.Dispose();

    private static string Whole(string inside) => $$"""{"dataAreaId":"usmf",{{inside}}}""";
}
