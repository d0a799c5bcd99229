using Integration.Connectors.Pairs;
using Integration.Console.Reconciliation.Comparing;
using Integration.Contracts.Operations;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Xunit;

namespace Integration.Tests.Unit.Reconciliation;

public sealed class KeyComparisonTests
{
    private static readonly DaySpan Day = DaySpan.Of(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 1), TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
    private static readonly EntityRule Orders = EntityRule.Of(Entities.Order)!;
    private static readonly EntityRule Levels = EntityRule.Of(Entities.Stock)!;

    [Theory]
    [InlineData("2026-11-01T03:59:59Z", false)]
    [InlineData("2026-11-01T04:00:00Z", true)]
    [InlineData("2026-11-02T04:59:59Z", true)]
    [InlineData("2026-11-02T05:00:00Z", false)]
    public void Order_counts_for_the_day_of_twenty_five_hours_that_holds_it(string placed, bool counts) =>
        Assert.Equal(counts, KeyComparison.Of(Orders, Day, [Store(at: placed)], []).Counts);

    [Theory]
    [InlineData(7, 7, 0, null)]
    [InlineData(7, 8, 0, AttentionClasses.StaleStock)]
    [InlineData(7, 9, 2, null)]
    // Oversold in the ERP's eyes: the level stays at nothing.
    [InlineData(0, 1, 3, null)]
    [InlineData(7, 7.9, 0, null)]
    [InlineData(7, 7.9, 1, AttentionClasses.StaleStock)]
    public void Level_is_what_the_figure_leaves_after_orders_on_their_way(decimal level, decimal figure, decimal deducted, string? cause)
    {
        var store = Store() with { At = 0, Currency = "", Amount = (long)(level * 1_000_000), Deducted = (long)(deducted * 1_000_000) };
        var erp = store with { Side = Sides.Erp, Amount = (long)(figure * 1_000_000), Deducted = 0 };

        Assert.Equal(cause, KeyComparison.Of(Levels, Day, [store], [erp]).Found?.Cause);
    }

    [Fact]
    public void What_only_one_side_sells_is_no_difference_of_levels()
    {
        Assert.Null(KeyComparison.Of(Levels, Day, [Store() with { At = 0 }], []).Found);
        Assert.Null(KeyComparison.Of(Levels, Day, [], [Store() with { At = 0, Side = Sides.Erp }]).Found);
    }

    private static RecordRow Store(string at = "2026-11-01T12:00:00Z") => new()
    {
        Key = "XC1-7", Side = Sides.Store, Id = "8", Number = "7", State = ListedStates.Active, Amount = 10_000_000, Currency = "USD",
        At = DateTimeOffset.Parse(at, null).ToUnixTimeMilliseconds(),
    };
}
