using Integration.Connectors.Pairs;
using Integration.Console.Reconciliation.Running;
using Integration.Tests.Unit.XCart;
using Xunit;

namespace Integration.Tests.Unit.Reconciliation;

public sealed class NightlyScheduleTests
{
    [Theory]
    // The clocks spring over 02:30 on a day of 23 hours, and pass 01:30 twice on one of 25.
    [InlineData("America/New_York", "02:30", 2026, 3, 8, "2026-03-08T07:00:00Z", 23)]
    [InlineData("America/New_York", "01:30", 2026, 11, 1, "2026-11-01T05:30:00Z", 25)]
    [InlineData("America/New_York", "02:30", 2026, 11, 1, "2026-11-01T07:30:00Z", 25)]
    [InlineData("Europe/Warsaw", "02:30", 2026, 3, 29, "2026-03-29T01:00:00Z", 23)]
    [InlineData("Europe/Warsaw", "02:30", 2026, 10, 25, "2026-10-25T00:30:00Z", 25)]
    // Midnight itself is left out.
    [InlineData("Africa/Cairo", "00:00", 2026, 4, 24, "2026-04-23T22:00:00Z", 23)]
    public void Each_night_begins_once_and_at_its_time_whatever_the_clocks_do(string zone, string at, int year, int month, int day, string begins, int hours)
    {
        var changed = new DateOnly(year, month, day);
        var pair = ShopPairs.Pair(zone) with { Reconciliation = new ReconciliationSettings { At = TimeOnly.Parse(at, null) } };
        var nights = new Dictionary<DateOnly, DateTimeOffset>();
        var order = new List<DateOnly>();
        var tick = DaySpan.StartOf(changed.AddDays(-2), pair.TimeZone);
        for (var until = DaySpan.StartOf(changed.AddDays(3), pair.TimeZone); tick < until; tick = tick.AddMinutes(1))
        {
            if (NightlySchedule.Due(pair, tick) is { } night && nights.TryAdd(night, tick)) order.Add(night);
        }

        Assert.Equal(Enumerable.Range(-2, 5).Select(changed.AddDays), order);
        Assert.Equal(DateTimeOffset.Parse(begins, null), nights[changed]);
        var covered = DaySpan.Of(changed, changed, pair.TimeZone);
        Assert.Equal(hours, (covered.Until - covered.From).TotalHours);
    }

    [Fact]
    public void A_pair_without_a_time_is_never_due() => Assert.Null(NightlySchedule.Due(ShopPairs.Pair(), DateTimeOffset.UnixEpoch));
}
