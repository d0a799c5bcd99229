using Integration.Contracts.Operations;

namespace Integration.Console.Attention;

/// <summary>One entry of the attention list.</summary>
public sealed record AttentionEntry
{
    /// <summary>Key of the entry: pair, entity, record and class.</summary>
    public required string Key { get; init; }

    /// <summary>What people call the record: the order number.</summary>
    public required string Number { get; init; }

    /// <summary>The pair; empty for a whole connection.</summary>
    public required string Pair { get; init; }

    /// <summary>The lane.</summary>
    public required string Lane { get; init; }

    /// <summary>The canonical entity, <c>connection</c> or <c>message</c>.</summary>
    public required string Entity { get; init; }

    /// <summary>The storefront's record id.</summary>
    public required string RecordId { get; init; }

    /// <summary>One of <see cref="AttentionClasses"/>.</summary>
    public required string Class { get; init; }

    /// <summary>Why, in plain words.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>What to do.</summary>
    public required string Advice { get; init; }

    /// <summary>True when a retry can be pressed.</summary>
    public required bool CanRetry { get; init; }

    /// <summary>True for a conflict of which a person may say whose values are kept.</summary>
    public required bool CanDecide { get; init; }

    /// <summary>Open, retrying or settled.</summary>
    public required AttentionState State { get; init; }

    /// <summary>Who did what last, or why it settled.</summary>
    public required string Note { get; init; }

    /// <summary>First failure, UTC.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>Last failure or action, UTC.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>How often it was raised.</summary>
    public required int Times { get; init; }

    /// <summary>Rises with every change; an action on an older version is refused, so that two operators cannot both act.</summary>
    public required int Version { get; init; }

    /// <summary>The trace of the last failure, or empty.</summary>
    public required string TraceId { get; init; }
}
