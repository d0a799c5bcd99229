namespace Integration.Connectors.Pairs;

/// <summary>Whole days in a pair's zone. A day has 23 or 25 hours when the clocks change.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, included.</param>
/// <param name="From">When the first day begins, UTC.</param>
/// <param name="Until">When the day after the last begins, UTC; no longer part of it.</param>
public sealed record DaySpan(DateOnly First, DateOnly Last, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The days from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public static DaySpan Of(DateOnly first, DateOnly last, TimeZoneInfo zone) => new(first, last, StartOf(first, zone), StartOf(last.AddDays(1), zone));

    /// <summary>True when the moment belongs to it.</summary>
    public bool Holds(DateTimeOffset moment) => moment >= From && moment < Until;

    /// <summary>The day of a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>When a day begins, UTC: at midnight, or at the first moment after it where the clocks leave midnight out.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone) => MomentOf(day, TimeOnly.MinValue, zone);

    /// <summary>When a time of a day is, UTC: the first of the two where the clocks go back, the first moment after it where they leave it out.</summary>
    public static DateTimeOffset MomentOf(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
