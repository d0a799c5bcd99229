namespace Integration.Contracts.Operations;

/// <summary>A record needs a person. One open entry per pair, entity, record and class; raising it again updates it.</summary>
public sealed record AttentionRaised
{
    /// <summary>The pair; empty for a whole connection.</summary>
    public required string Pair { get; init; }

    /// <summary>The lane, such as <c>orders</c>.</summary>
    public required string Lane { get; init; }

    /// <summary>The canonical entity, or <c>connection</c>.</summary>
    public required string Entity { get; init; }

    /// <summary>The storefront's record id, or the connection's name.</summary>
    public required string RecordId { get; init; }

    /// <summary>What people call the record: the order number first.</summary>
    public required string Number { get; init; }

    /// <summary>One of <see cref="AttentionClasses"/>.</summary>
    public required string Class { get; init; }

    /// <summary>Every reason, in plain words.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>What to do about it, in plain words.</summary>
    public string Advice { get; init; } = "";

    /// <summary>What a retry sends; null when a retry makes no sense.</summary>
    public RetryMessage? Retry { get; init; }

    /// <summary>The queue that takes a person's <see cref="DecideConflict"/> about this record; null when there is nothing to decide.</summary>
    public string? DecisionQueue { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The trace it happened in, or empty.</summary>
    public string TraceId { get; init; } = "";
}
