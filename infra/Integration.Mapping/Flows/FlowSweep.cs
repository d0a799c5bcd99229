namespace Integration.Mapping.Flows;

/// <summary>When a lane reads everything changed, instead of the pair file's <c>sweeps</c>. Times of day are in the pair's time zone.</summary>
public sealed record FlowSweep
{
    /// <summary>Time between two sweeps; null where <see cref="At"/> says the times, or where the pair file counts.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>How far each sweep reads back before the last one's start, by the source's clock; null for the pair file's.</summary>
    public TimeSpan? Overlap { get; init; }

    /// <summary>Sweeps run only in this part of the day; null for the whole day.</summary>
    public DayWindow? Between { get; init; }

    /// <summary>Fixed times of day; empty where <see cref="Every"/> counts.</summary>
    public IReadOnlyList<TimeOnly> At { get; init; } = [];
}
