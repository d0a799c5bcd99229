namespace Integration.Contracts.Reconciliation;

/// <summary>Asks the service that holds a side's connection for the next records of a list, read afresh.</summary>
public sealed record ListRecords
{
    /// <summary>The reconciliation.</summary>
    public required string Run { get; init; }

    /// <summary>The pair.</summary>
    public required string Pair { get; init; }

    /// <summary>One of <see cref="Sides"/>.</summary>
    public required string Side { get; init; }

    /// <summary>The canonical entity.</summary>
    public required string Entity { get; init; }

    /// <summary>Which look of the run it is, from 1.</summary>
    public required int Pass { get; init; }

    /// <summary>Which part of the list, from 1.</summary>
    public required int Part { get; init; }

    /// <summary>The first day of lists by day, in the pair's zone; null for everything.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The last day, included.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Where the part before ended, as its answer said; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>Made for this run: the key of the hashes of personal data, the same for both sides and forgotten with the run.</summary>
    public required string Salt { get; init; }
}
