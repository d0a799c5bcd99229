namespace Integration.Connectors.Looks;

/// <summary>What is stored of one read.</summary>
internal sealed record LookReading
{
    public required long ReadAt { get; init; }

    public required long Sequence { get; init; }

    public required string Fingerprint { get; init; }

    public required string Note { get; init; }

    /// <summary>The sealed snapshot, or null to keep the stored one.</summary>
    public byte[]? Snapshot { get; init; }

    public long? SnapshotExpires { get; init; }

    /// <summary>The change stamp that the read showed, or null when it showed none.</summary>
    public long? Stamp { get; init; }

    public string? EmailHash { get; init; }
}
