namespace Integration.Connectors.Looks;

/// <summary>A look as stored.</summary>
internal sealed record LookRow
{
    public string Scope { get; init; } = "";

    public string Entity { get; init; } = "";

    public string Id { get; init; } = "";

    /// <summary>Marks since the last read; 0 is clean.</summary>
    public long Dirty { get; init; }

    public long DueAt { get; init; }

    public long Tries { get; init; }

    /// <summary>First mark of this dirty time, Unix milliseconds.</summary>
    public long MarkedAt { get; init; }

    public string FoundBy { get; init; } = "";

    /// <summary>The source's change stamp that a sweep saw last.</summary>
    public long? SweptStamp { get; init; }

    /// <summary>When the last successful read began, by our clock.</summary>
    public long? ReadAt { get; init; }

    /// <summary>Number of the last snapshot; 0 before the first.</summary>
    public long Sequence { get; init; }

    /// <summary>Hash of the last snapshot's business content; empty when the next read must be told on.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>The lane's own short memory of the record; no personal data.</summary>
    public string Note { get; init; } = "";

    /// <summary>
    /// Set by a backfill that says so, Unix milliseconds: the record may be older than the pair's <c>from</c>, if it is not older than this.
    /// </summary>
    public long? HistorySince { get; init; }

    public LookKey Key => new(Scope, Entity, Id);
}
