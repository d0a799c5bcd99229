namespace Integration.Connectors.Lanes.Stock.Reading;

/// <summary>How far the reading of everything is.</summary>
internal sealed record ListingStand
{
    /// <summary>Where the next page begins; empty between two rounds.</summary>
    public string AfterKey { get; init; } = "";

    /// <summary>When this round began, by the ERP's clock.</summary>
    public long BeganAt { get; init; }

    /// <summary>When the first round that came to its end began: what changed before is known by it.</summary>
    public long FirstBegan { get; init; }

    /// <summary>When the last round ended; 0 before the first.</summary>
    public long EndedAt { get; init; }

    /// <summary>The pairs that the last whole round was sent to.</summary>
    public string Pairs { get; init; } = "";
}
