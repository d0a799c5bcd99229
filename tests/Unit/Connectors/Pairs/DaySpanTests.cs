using Integration.Connectors.Pairs;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Pairs;

public sealed class DaySpanTests
{
    [Theory]
    [InlineData("America/New_York", "2026-03-08", 23)]
    [InlineData("America/New_York", "2026-11-01", 25)]
    [InlineData("Europe/Berlin", "2026-03-29", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", 25)]
    [InlineData("Europe/Berlin", "2026-07-01", 24)]
    [InlineData("Asia/Kolkata", "2026-03-29", 24)]
    // The clocks leave out midnight itself, and pass the hour before it twice.
    [InlineData("America/Sao_Paulo", "2018-11-04", 23)]
    [InlineData("America/Sao_Paulo", "2018-02-17", 25)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", 24.5)]
    public void Day_has_as_many_hours_as_the_clocks_make_it(string zone, string day, double hours)
    {
        var span = Of(zone, day);

        Assert.Equal(TimeSpan.FromHours(hours), span.Until - span.From);
        Assert.True(span.Holds(span.From));
        Assert.False(span.Holds(span.Until));
        Assert.Equal(DateOnly.Parse(day, null), DaySpan.DayOf(span.From, TimeZoneInfo.FindSystemTimeZoneById(zone)));
        Assert.Equal(DateOnly.Parse(day, null), DaySpan.DayOf(span.Until.AddTicks(-1), TimeZoneInfo.FindSystemTimeZoneById(zone)));
    }

    [Fact]
    public void Days_follow_each_other_without_gap_and_overlap()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1)) Assert.Equal(DaySpan.Of(day, day, zone).Until, DaySpan.StartOf(day.AddDays(1), zone));
    }

    [Theory]
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-07-01", "02:30", "2026-07-01T00:30:00Z")]
    public void Time_of_day_that_is_left_out_is_the_next_moment_and_one_that_comes_twice_the_first(string day, string time, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, null), DaySpan.MomentOf(DateOnly.Parse(day, null), TimeOnly.Parse(time, null), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));

    private static DaySpan Of(string zone, string day) => DaySpan.Of(DateOnly.Parse(day, null), DateOnly.Parse(day, null), TimeZoneInfo.FindSystemTimeZoneById(zone));
}
