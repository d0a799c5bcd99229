namespace Integration.Contracts.Operations;

/// <summary>Something happened to a record: one line of its timeline.</summary>
public sealed record ActivityRecorded
{
    /// <summary>The pair.</summary>
    public required string Pair { get; init; }

    /// <summary>The lane, such as <c>orders</c>.</summary>
    public required string Lane { get; init; }

    /// <summary>The canonical entity.</summary>
    public required string Entity { get; init; }

    /// <summary>The storefront's record id.</summary>
    public required string RecordId { get; init; }

    /// <summary>What people call the record.</summary>
    public required string Number { get; init; }

    /// <summary>Plain words: what happened.</summary>
    public required string Summary { get; init; }

    /// <summary>The record's state from now on (see <see cref="RecordStates"/>), or null when it did not change.</summary>
    public string? State { get; init; }

    /// <summary>The ERP's number of the record, once known.</summary>
    public string? ErpNumber { get; init; }

    /// <summary>The outside calls made, masked.</summary>
    public IReadOnlyList<OutsideCall> Calls { get; init; } = [];

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The trace it happened in, or empty.</summary>
    public string TraceId { get; init; } = "";
}
