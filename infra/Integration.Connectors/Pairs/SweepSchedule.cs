namespace Integration.Connectors.Pairs;

/// <summary>How often a pair's sweeps run and how far they reach back.</summary>
public sealed record SweepSchedule
{
    /// <summary>Pause between two sweeps.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How far before the last sweep's start the next one begins: longer than the longest request or transaction of the source.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Whether somebody is told when hints were coming and hardly come any more. False for systems that send none on purpose.</summary>
    public bool ExpectHints { get; init; } = true;
}
