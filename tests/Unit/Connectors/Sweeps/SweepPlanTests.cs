using System.Globalization;
using Integration.Connectors.Pairs;
using Integration.Connectors.Sweeps;
using Integration.Mapping.Flows;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Sweeps;

public sealed class SweepPlanTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly SweepSchedule Quarter = new() { Every = TimeSpan.FromMinutes(15) };

    [Fact]
    public void Without_window_a_sweep_follows_its_pause_and_the_first_comes_at_once()
    {
        var plan = new SweepPlan(Quarter, null, [], Berlin);

        Assert.Equal(At("2026-03-02T10:00Z"), plan.Next(null, At("2026-03-02T10:00Z")));
        Assert.Equal(At("2026-03-02T10:15Z"), plan.Next(At("2026-03-02T10:00Z"), At("2026-03-02T10:01Z")));
    }

    [Theory]
    // 22:00 in Berlin is 21:00 UTC in winter and 20:00 UTC in summer.
    [InlineData("2026-03-02T20:59Z", "2026-03-02T20:50Z", "2026-03-03T05:00Z")]
    [InlineData("2026-03-02T20:40Z", "2026-03-02T20:30Z", "2026-03-02T20:45Z")]
    [InlineData("2026-03-02T02:00Z", null, "2026-03-02T05:00Z")]
    [InlineData("2026-07-02T20:30Z", "2026-07-02T19:50Z", "2026-07-03T04:00Z")]
    public void Outside_its_window_a_sweep_waits_for_the_opening_in_the_pairs_zone(string now, string? last, string next)
    {
        var plan = new SweepPlan(Quarter, new DayWindow(new TimeOnly(6, 0), new TimeOnly(22, 0)), [], Berlin);

        Assert.Equal(At(next), plan.Next(last is null ? null : At(last), At(now)));
    }

    [Fact]
    public void A_window_may_go_over_midnight()
    {
        var plan = new SweepPlan(Quarter, new DayWindow(new TimeOnly(22, 0), new TimeOnly(6, 0)), [], Berlin);

        Assert.Equal(At("2026-03-02T23:15Z"), plan.Next(At("2026-03-02T23:00Z"), At("2026-03-02T23:01Z")));
        Assert.Equal(At("2026-03-02T21:00Z"), plan.Next(At("2026-03-02T04:55Z"), At("2026-03-02T12:00Z")));
    }

    [Theory]
    [InlineData("2026-03-02T06:00Z", "2026-03-01T18:00Z", "2026-03-02T11:30Z")]
    [InlineData("2026-03-02T12:00Z", "2026-03-01T18:00Z", "2026-03-02T11:30Z")]
    [InlineData("2026-03-02T12:00Z", "2026-03-02T11:31Z", "2026-03-02T17:00Z")]
    [InlineData("2026-03-02T18:00Z", "2026-03-02T17:01Z", "2026-03-03T11:30Z")]
    // The hour from 02:00 to 03:00 on 29 March does not exist.
    [InlineData("2026-03-28T18:00Z", "2026-03-28T17:01Z", "2026-03-29T10:30Z")]
    public void Fixed_times_are_kept_and_a_missed_one_is_made_up_for(string now, string last, string next)
    {
        var plan = new SweepPlan(Quarter, null, [new TimeOnly(12, 30), new TimeOnly(18, 0)], Berlin);

        Assert.Equal(At(next), plan.Next(At(last), At(now)));
    }

    [Fact]
    public void A_time_that_the_clocks_leave_out_comes_an_hour_later()
    {
        var plan = new SweepPlan(Quarter, null, [new TimeOnly(2, 30)], Berlin);

        Assert.Equal(At("2026-03-29T01:30Z"), plan.Next(At("2026-03-28T01:31Z"), At("2026-03-28T20:00Z")));
    }

    [Fact]
    public void A_sweep_never_swept_with_fixed_times_begins_at_once()
    {
        var plan = new SweepPlan(Quarter, null, [new TimeOnly(2, 30)], Berlin);

        Assert.True(plan.Next(null, At("2026-03-28T20:00Z")) <= At("2026-03-28T20:00Z"));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
