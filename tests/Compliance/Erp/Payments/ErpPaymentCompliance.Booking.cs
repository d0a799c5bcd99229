using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Xunit;

namespace Integration.Tests.Compliance.Erp.Payments;

public abstract partial class ErpPaymentCompliance
{
    [Fact]
    public async Task A_capture_is_booked_once_however_often_it_is_posted()
    {
        var entry = Entry("XC1-T1", 100.01m);
        Assert.IsType<LookOutcome.NotFound>(await FindAsync(entry));

        Assert.IsType<WriteOutcome.Done>(await PostAsync(entry));
        Assert.IsType<WriteOutcome.Done>(await PostAsync(entry));

        Assert.IsType<LookOutcome.Same>(await FindAsync(entry));
        var booked = await OnlyAsync("XC1-T1");
        Assert.Equal((true, 100.01m, "USD", Releases), (booked.Incoming, booked.Amount, booked.Currency, booked.Released));
    }

    [Fact]
    public async Task Captures_in_parts_and_refunds_in_parts_are_documents_of_their_own_that_add_up()
    {
        await PostAsync(Entry("XC1-T1", 40m));
        await PostAsync(Entry("XC1-T1-7", 60m));

        Assert.IsType<WriteOutcome.Done>(await PostAsync(Entry("XC1-T1-8", 45m, PaymentEntryKind.Refund), "XC1-T1", "XC1-T1-7"));
        Assert.IsType<WriteOutcome.Done>(await PostAsync(Entry("XC1-T1-9", 4.90m, PaymentEntryKind.Refund), "XC1-T1", "XC1-T1-7"));

        Assert.Equal([40m, 60m], [(await OnlyAsync("XC1-T1")).Amount, (await OnlyAsync("XC1-T1-7")).Amount]);
        var refunds = new[] { await OnlyAsync("XC1-T1-8"), await OnlyAsync("XC1-T1-9") };
        Assert.Equal([45m, 4.90m], refunds.Select(refund => refund.Amount));
        Assert.All(refunds, refund => Assert.Equal((false, Releases), (refund.Incoming, refund.Released)));
    }

    [Fact]
    public async Task A_refund_is_booked_once_however_often_it_is_posted()
    {
        await PostAsync(Entry("XC1-T1", 100m));
        var refund = Entry("XC1-T1-5", 30m, PaymentEntryKind.Refund);

        await PostAsync(refund, "XC1-T1");
        await PostAsync(refund, "XC1-T1");

        Assert.IsType<LookOutcome.Same>(await FindAsync(refund, "XC1-T1"));
        Assert.Equal(30m, (await OnlyAsync("XC1-T1-5")).Amount);
    }

    [Fact]
    public async Task A_void_leaves_nothing_in_the_books()
    {
        await PostAsync(Entry("XC1-T1", 100m));
        var entry = Entry("XC1-T1-5", 100m, PaymentEntryKind.Void);

        Assert.IsType<WriteOutcome.Done>(await PostAsync(entry, "XC1-T1"));
        await PostAsync(entry, "XC1-T1");

        Assert.IsType<LookOutcome.Same>(await FindAsync(entry, "XC1-T1"));
        var all = (await Books.DocumentsAsync("XC1-T1")).Concat(await Books.DocumentsAsync("XC1-T1-5")).Where(document => !document.Voided);
        Assert.Equal(0, all.Sum(document => document.Incoming ? document.Amount : -document.Amount));
    }

    [Fact]
    public async Task A_document_with_the_key_and_another_amount_is_told_and_nothing_is_added()
    {
        await PostAsync(Entry("XC1-T1", 100m));

        Assert.IsType<LookOutcome.Different>(await FindAsync(Entry("XC1-T1", 99.99m)));
        Assert.NotEmpty(Assert.IsType<WriteOutcome.Differs>(await PostAsync(Entry("XC1-T1", 99.99m))).Fields);

        Assert.Equal(100m, (await OnlyAsync("XC1-T1")).Amount);
    }

    [Theory]
    [InlineData("EUR", 12.34)]
    [InlineData("JPY", 1234)]
    public async Task Other_currencies_keep_their_decimals(string currency, double amount)
    {
        _order = await OrderAsync("1002", currency);
        var entry = Entry("XC1-T2", (decimal)amount, currency: currency);

        Assert.Equal(new Money((decimal)amount, currency), Port.AmountOf(Booking, Document(entry)));
        Assert.IsType<WriteOutcome.Done>(await PostAsync(entry));

        Assert.Equal(((decimal)amount, currency), ((await OnlyAsync("XC1-T2")).Amount, (await OnlyAsync("XC1-T2")).Currency));
    }

    [Fact]
    public async Task A_closed_period_is_told_and_nothing_is_booked_on_another_date()
    {
        await Books.CloseAsync(Day);

        var rejected = Assert.IsType<WriteOutcome.Rejected>(await PostAsync(Entry("XC1-T1", 5m)));

        Assert.Contains(rejected.Reasons, reason => reason.Field == PaymentFields.ClosedPeriod);
        Assert.Empty(await Books.DocumentsAsync("XC1-T1"));
    }

    [Fact]
    public async Task Where_the_pair_allows_it_a_closed_period_is_left_for_the_next_open_one_and_said()
    {
        await Books.CloseAsync(Day);
        await Books.CloseAsync(Day.AddMonths(1));
        var entry = Entry("XC1-T1", 5m);

        var done = Assert.IsType<WriteOutcome.Done>(await Port.PostAsync(Posting(entry) with { Settings = Settings with { ClosedPeriods = ClosedPeriods.NextOpen } }, Document(entry), Ct));

        Assert.Equal(PaymentFields.BookedOn + "2026-05-01", done.Echo);
        Assert.Equal(Releases, (await OnlyAsync("XC1-T1")).Released);
        Assert.Equal("XC1-T1", Assert.Single(await ListAsync(new DateOnly(2026, 5, 1))).Key);
    }

    [Fact]
    public async Task What_accountants_release_is_left_unreleased()
    {
        var entry = Entry("XC1-T1", 5m);

        Assert.IsType<WriteOutcome.Done>(await Port.PostAsync(Posting(entry) with { Settings = Settings with { Release = false } }, Document(entry), Ct));

        Assert.False((await OnlyAsync("XC1-T1")).Released);
        Assert.IsType<LookOutcome.Same>(await Port.FindAsync(Posting(entry) with { Settings = Settings with { Release = false } }, Document(entry), Ct));
        if (Releases) Assert.IsType<LookOutcome.Different>(await FindAsync(entry));
        else Assert.IsType<LookOutcome.Same>(await FindAsync(entry));
    }

    [Fact]
    public async Task A_days_documents_are_listed_page_by_page_also_while_more_are_booked_and_those_of_other_days_and_shops_are_not()
    {
        for (var number = 0; number < _erp!.Features.PageSize + 2; number++) await PostAsync(Entry($"XC1-L{number}", 1m + number));
        await PostAsync(Entry("XC1-OTHER-DAY", 1m, day: Day.AddDays(1)));
        await PostAsync(Entry("XC2-OTHER-SHOP", 1m));
        await PostAsync(Entry("XC1-L0-9", 0.5m, PaymentEntryKind.Refund), "XC1-L0");

        var listed = await ListAsync(Day);

        Assert.Equal(_erp.Features.PageSize + 3, listed.Count);
        Assert.Equal(Enumerable.Range(0, _erp.Features.PageSize + 2).Sum(number => 1m + number), listed.Where(payment => payment.Kind == PaymentEntryKind.Capture).Sum(payment => payment.Amount.Amount));
        Assert.Equal(new Money(0.5m, "USD"), listed.Single(payment => payment.Kind == PaymentEntryKind.Refund).Amount);
        Assert.All(listed, payment => Assert.Equal(Day, payment.Date));

        // Once more, while something is booked between two pages.
        var again = new List<string>();
        await foreach (var page in Port.ListByDayAsync(Pair, Day, Ct))
        {
            Assert.Null(page.Failure);
            if (again.Count == 0) await PostAsync(Entry("XC1-LATE", 1m));
            again.AddRange(page.Payments.Select(payment => payment.Key));
            if (page.Last) break;
        }

        Assert.Equal(again.Count, again.Distinct().Count());
        Assert.All(listed, payment => Assert.Contains(payment.Key, again));
    }

    private async Task<List<BookedPayment>> ListAsync(DateOnly day)
    {
        var listed = new List<BookedPayment>();
        await foreach (var page in Port.ListByDayAsync(Pair, day, Ct))
        {
            Assert.Null(page.Failure);
            listed.AddRange(page.Payments);
            if (page.Last) break;
        }

        return listed;
    }
}
