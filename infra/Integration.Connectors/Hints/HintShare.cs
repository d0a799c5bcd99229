namespace Integration.Connectors.Hints;

/// <summary>How changes of one entity were found, in the last hour and before.</summary>
internal sealed record HintShare
{
    // Fewer say nothing.
    private const long FewestMissed = 10;
    private const long FewestHinted = 20;

    public string Scope { get; init; } = "";
    public string Entity { get; init; } = "";
    public long Hinted { get; init; }
    public long Missed { get; init; }
    public long HintedBefore { get; init; }
    public long MissedBefore { get; init; }

    /// <summary>Share of the changes that only a sweep found, 0 to 1; null when nothing changed.</summary>
    public double? MissedShare => Hinted + Missed == 0 ? null : (double)Missed / (Hinted + Missed);

    /// <summary>Hints were coming for most changes, and now hardly come for any.</summary>
    public bool HasStopped => Missed >= FewestMissed && MissedShare > 0.8 && HintedBefore >= FewestHinted && HintedBefore > MissedBefore;

    /// <summary>They come again.</summary>
    public bool IsWell => Hinted > 0 && MissedShare < 0.5;
}
