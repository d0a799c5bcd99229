using Integration.Connectors.Pairs;
using Integration.Console.Reconciliation;
using Integration.Console.Reconciliation.Comparing;
using Integration.Console.Reconciliation.Settlement;
using Integration.Contracts.Operations;
using Integration.Contracts.Reconciliation;
using Integration.Platform.Database;
using Xunit;

namespace Integration.Tests.Unit.Reconciliation.Settlement;

public sealed class SettlementBooksTests
{
    private const string Header = "transaction,type,amount,fee,currency,date\n";
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly DaySpan Days = DaySpan.Of(Today, Today, TimeZoneInfo.Utc);

    [Fact]
    public void A_file_that_adds_up_and_shows_what_the_shop_shows_has_no_findings()
    {
        var result = Compare(
            Header + "ch_1,capture,100.00,2.90,USD,2026-11-20\nch_1,refund,30.00,-0.40,USD,2026-11-20\nXC1-T2,capture,10.00,0.30,USD,2026-11-20\n,fee,1.00,,USD,2026-11-20\n,payout,76.20,,USD,2026-11-20\n",
            [Money("XC1-T1", 100m, "ch_1"), Money("XC1-T2", 10m, "ch_2"), Money("XC1-T9", 55m, "", method: "COD")], [Money("XC1-T1-7", 30m, "ch_1")],
            [Money("XC1-T1", 100m), Money("XC1-T2", 10m)], [Money("XC1-T1-7", 30m)]);

        Assert.Empty(result.Found);
        var total = Assert.Single(result.Settlement!);
        Assert.Equal(("Stripe", "USD", 110m, 30m, 3.8m, 76.2m, 76.2m), (total.Provider, total.Currency, Back(total.Captured), Back(total.Refunded), Back(total.Fees), Back(total.Expected), Back(total.Payout)));
        Assert.Equal((110m, 30m, 110m, 30m), (Back(total.StoreCaptured), Back(total.StoreRefunded), Back(total.ErpCaptured), Back(total.ErpRefunded)));
    }

    [Fact]
    public void What_is_missing_or_differs_is_named_once_with_its_line()
    {
        var result = Compare(
            Header + "ch_1,capture,100.00,0,USD,2026-11-20\nch_2,capture,12.00,0,USD,2026-11-20\nch_3,capture,5.00,0,USD,2026-11-20\n,payout,117.00,,USD,2026-11-20\n",
            [Money("XC1-T1", 100m, "ch_1"), Money("XC1-T2", 10m, "ch_2"), Money("XC1-T4", 7m, "ch_4"), Money("XC1-T9", 55m, "", method: "COD")], [],
            [Money("XC1-T1", 100m), Money("XC1-T2", 10m)], []);

        Assert.Equal(
            [("capture|ch_2", AttentionClasses.AmountsDiffer), ("capture|ch_3", AttentionClasses.MissingInStore), ("capture|ch_4", AttentionClasses.MissingInFile)],
            result.Found.Select(found => (found.Key, found.Cause)));
        Assert.Equal("The file says 12.00 USD (line 3), the storefront 10.00 USD, the ERP 10.00 USD.", result.Found[0].Words);
    }

    [Fact]
    public void Parts_of_one_transaction_count_together()
    {
        var parts = new[] { Money("XC1-T1", 60m, "ch_1"), Money("XC1-T1-4", 40m, "ch_1") };

        Assert.Empty(Compare(Header + "ch_1,capture,100.00,0,USD,2026-11-20\n,payout,100.00,,USD,2026-11-20\n", parts, [], [], []).Found);
        Assert.Single(Compare(Header + "ch_1,capture,60.00,0,USD,2026-11-20\n,payout,60.00,,USD,2026-11-20\n", parts, [], [], []).Found);
    }

    [Theory]
    [InlineData("T1,capture,100\nT1,refund,30\n,payout,70\n")]
    [InlineData("T1,capture,60\nT1-4,capture,40\nT1-7,refund,30\n,payout,70\n")]
    [InlineData("ch_1,capture,60\nch_1,capture,40\nch_1,refund,30\n,payout,70\n")]
    public void A_transaction_may_be_named_as_the_storefront_does_as_a_whole_or_movement_by_movement(string lines) =>
        Assert.Empty(Compare(
            "transaction,type,amount,currency,date\n" + lines.Replace("\n", ",USD,2026-11-20\n", StringComparison.Ordinal),
            [Money("XC1-T1", 60m, "ch_1"), Money("XC1-T1-4", 40m, "ch_1")], [Money("XC1-T1-7", 30m, "ch_1")], [], []).Found);

    [Fact]
    public void Another_currency_is_a_difference_though_the_figures_are_alike() =>
        Assert.Equal(AttentionClasses.AmountsDiffer, Assert.Single(Compare(Header + "ch_1,capture,10.00,0,EUR,2026-11-20\n,payout,10.00,,EUR,2026-11-20\n", [Money("XC1-T1", 10m, "ch_1")], [], [], []).Found).Cause);

    [Theory]
    [InlineData("2026-11-21", 0)]
    [InlineData("2026-11-19", 0)]
    [InlineData("2026-11-20", -1)]
    [InlineData("2026-11-20", 1)]
    public void A_day_later_on_one_side_is_no_difference(string inFile, int inStore) =>
        Assert.Empty(Compare($"{Header}ch_1,capture,10.00,0,USD,{inFile}\n,payout,10.00,,USD,2026-11-20\n", [Money("XC1-T1", 10m, "ch_1", day: inStore)], [], [], []).Found);

    [Fact]
    public void Money_of_other_days_is_not_looked_for() =>
        Assert.Empty(Compare(
            Header + "ch_1,capture,10.00,0,USD,2026-11-20\nch_8,capture,3.00,0,USD,2026-11-22\n,payout,13.00,,USD,2026-11-22\n",
            [Money("XC1-T1", 10m, "ch_1"), Money("XC1-T7", 9m, "ch_7", day: 1)], [], [], []).Found);

    [Fact]
    public void A_void_needs_its_refund_in_the_file()
    {
        var undone = Money("XC1-T1", 10m, "ch_1") with { State = ListedStates.Cancelled };

        Assert.Empty(Compare(Header + "ch_1,capture,10.00,0,USD,2026-11-20\nch_1,refund,10.00,0,USD,2026-11-20\n", [undone], [Money("XC1-T1-2", 10m, "ch_1")], [], []).Found);
        Assert.Contains(Compare(Header + "ch_1,capture,10.00,0,USD,2026-11-20\n,payout,10.00,,USD,2026-11-20\n", [undone], [], [], []).Found, found => found.Cause == AttentionClasses.AmountsDiffer);
    }

    [Fact]
    public void Payouts_are_compared_per_provider_and_currency()
    {
        var result = Compare(
            "provider,transaction,type,amount,currency,date\nStripe,ch_1,capture,10.00,USD,2026-11-20\nstripe,,payout,10.00,USD,2026-11-20\nPayPal,p_1,capture,10.00,USD,2026-11-20\nPayPal,,payout,9.99,USD,2026-11-20\n"
            + "PayPal,p_2,capture,5,EUR,2026-11-20\n,,fee,1,USD,2026-11-20\n",
            [Money("XC1-T1", 10m, "ch_1"), Money("XC1-T2", 10m, "p_1", method: "PayPal Express"), Money("XC1-T3", 5m, "p_2", method: "PayPal Express") with { Currency = "EUR" }], [], [], []);

        Assert.Equal(
            [("payout||USD|2026-11-20|2026-11-20", "USD"), ("payout|PayPal|EUR|2026-11-20|2026-11-20", "PayPal EUR"), ("payout|PayPal|USD|2026-11-20|2026-11-20", "PayPal USD")],
            result.Found.Where(found => found.Cause == AttentionClasses.PayoutDiffers).Select(found => (found.Key, found.Number)));
        Assert.Equal(3, result.Found.Count);
        Assert.Contains("leaves 10.00 USD; paid out were 9.99 USD.", result.Found[2].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_storefronts_list_the_file_is_only_added_up()
    {
        var lines = Lines(Header + "ch_1,capture,10.00,0.30,USD,2026-11-20\n,payout,9.70,,USD,2026-11-20\n");

        var result = new SettlementBooks(Days, lines, new MoneyIndex("XC1", [], []), new MoneyIndex("XC1", [], [])).AddUp();

        Assert.Empty(result.Found);
        Assert.Equal(9.7m, Back(Assert.Single(result.Settlement!).Expected));
    }

    private static EntityResult Compare(string file, IReadOnlyList<RecordRow> captures, IReadOnlyList<RecordRow> refunds, IReadOnlyList<RecordRow> booked, IReadOnlyList<RecordRow> bookedRefunds) =>
        new SettlementBooks(Days, Lines(file), new MoneyIndex("XC1", captures, refunds), new MoneyIndex("XC1", booked, bookedRefunds)).Compare();

    private static List<RecordRow> Lines(string file)
    {
        var (lines, problem) = SettlementFile.Read(file, Days, TimeZoneInfo.Utc);
        Assert.Equal("", problem);
        return [.. lines.Select(line => new RecordRow
        {
            Key = line.Key, Side = SettlementKeys.Side, Id = line.Id, Number = line.Number, State = line.State, Amount = Millionths.Of(line.Amount),
            Deducted = Millionths.Of(line.Deducted) ?? 0, Currency = line.Currency, PartOf = line.Group, At = line.At!.Value.ToUnixMs(),
        })];
    }

    private static RecordRow Money(string key, decimal amount, string reference = "", string method = "Stripe", int day = 0) => new()
    {
        Key = key, Id = key, Number = "7", Reference = reference, State = ListedStates.Active, Amount = Millionths.Of(amount), Currency = "USD", PartOf = method,
        At = new DateTimeOffset(Today.AddDays(day).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixMs(),
    };

    private static decimal? Back(long millionths) => Millionths.Back(millionths);
}
