namespace Integration.Connectors.Lanes.Stock.Reserving;

/// <summary>What the writer leaves behind.</summary>
internal sealed record LevelEnd
{
    /// <summary>See <see cref="LevelRow.Written"/>.</summary>
    public long? Written { get; init; }

    /// <summary>See <see cref="LevelRow.Observed"/>.</summary>
    public long? Observed { get; init; }

    /// <summary>One of <see cref="LevelStates"/>.</summary>
    public string State { get; init; } = LevelStates.Fine;

    /// <summary>1 when the shop's level was changed.</summary>
    public int Writes { get; init; }

    /// <summary>When it must be looked at again, forced; 0 when it is done with.</summary>
    public long DueAt { get; init; }

    /// <summary>See <see cref="LevelRow.RecheckAt"/>.</summary>
    public long RecheckAt { get; init; }
}
