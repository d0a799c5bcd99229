using Integration.Connectors.Pairs;
using Integration.Mapping.Flows;

namespace Integration.Connectors.Sweeps;

/// <summary>When a sweep runs: by the pair file's schedule, or by the flow document's.</summary>
/// <param name="Schedule">Pause and overlap.</param>
/// <param name="Between">The part of the day in which sweeps run, or null for all of it.</param>
/// <param name="At">Fixed times of day instead of the pause; empty for the pause.</param>
/// <param name="Zone">The zone of times of day.</param>
internal sealed record SweepPlan(SweepSchedule Schedule, DayWindow? Between, IReadOnlyList<TimeOnly> At, TimeZoneInfo Zone)
{
    /// <summary>The pair file's schedule, overridden by what the flow document says.</summary>
    public static SweepPlan Of(PairDefinition pair, FlowSweep? flow) => new(
        new SweepSchedule { Every = flow?.Every ?? pair.Sweeps.Every, Overlap = flow?.Overlap ?? pair.Sweeps.Overlap }, flow?.Between, flow?.At ?? [], pair.TimeZone);

    /// <summary>When the next sweep begins; not after <paramref name="now"/> when it is due.</summary>
    /// <param name="last">When the last one ended, or null before the first.</param>
    /// <param name="now">Now.</param>
    public DateTimeOffset Next(DateTimeOffset? last, DateTimeOffset now)
    {
        if (At.Count > 0)
        {
            // One that was missed while nothing ran is made up for.
            var latest = Days(now, -1, 1).Where(time => time <= now).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
            return last is null || last < latest ? latest : Days(now, 0, 2).Where(time => time > now).Min();
        }

        var due = last is { } ended ? ended + Schedule.Every : now;
        if (Between is null) return due;
        var from = due > now ? due : now;
        return Between.Holds(TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(from, Zone).TimeOfDay)) ? due : Opening(Between, from);
    }

    private DateTimeOffset Opening(DayWindow window, DateTimeOffset after) =>
        Enumerable.Range(0, 3).Select(day => Moment(Day(after).AddDays(day), window.From)).First(moment => moment > after);

    private IEnumerable<DateTimeOffset> Days(DateTimeOffset now, int first, int last) =>
        Enumerable.Range(first, last - first + 1).SelectMany(day => At.Select(time => Moment(Day(now).AddDays(day), time)));

    private DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    private DateTimeOffset Moment(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        // In the hour that the clocks leave out in spring: as late after it as it would have been.
        if (Zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
