namespace Integration.Contracts.Reconciliation;

/// <summary>A part of a list, or why there is none.</summary>
public sealed record RecordsListed
{
    /// <inheritdoc cref="ListRecords.Run"/>
    public required string Run { get; init; }

    /// <inheritdoc cref="ListRecords.Side"/>
    public required string Side { get; init; }

    /// <inheritdoc cref="ListRecords.Entity"/>
    public required string Entity { get; init; }

    /// <inheritdoc cref="ListRecords.Pass"/>
    public required int Pass { get; init; }

    /// <inheritdoc cref="ListRecords.Part"/>
    public required int Part { get; init; }

    /// <summary>The records; may be none although more follow.</summary>
    public IReadOnlyList<ListedRecord> Records { get; init; } = [];

    /// <summary>Where the next part begins; null when the list ends here.</summary>
    public string? Next { get; init; }

    /// <summary>False when this side has no such list; <see cref="Problem"/> may say why.</summary>
    public bool Supported { get; init; } = true;

    /// <summary>Why the list cannot be read, in plain words; empty when it was.</summary>
    public string Problem { get; init; } = "";
}
