namespace Integration.Contracts.Reconciliation;

/// <summary>A record of one side as a reconciliation needs it: what it is known by on both sides, and what is compared. Without personal data.</summary>
public sealed record ListedRecord
{
    /// <summary>What both sides know it by: our external reference, a SKU, a transaction; personal data (an e-mail) only hashed with the run's salt.</summary>
    public required string Key { get; init; }

    /// <summary>This side's own id.</summary>
    public required string Id { get; init; }

    /// <summary>What people of this side call it; never personal data.</summary>
    public string Number { get; init; } = "";

    /// <summary>What a third party knows it by, such as the payment provider's own reference; empty for none.</summary>
    public string Reference { get; init; } = "";

    /// <summary>One of <see cref="ListedStates"/>.</summary>
    public string State { get; init; } = ListedStates.Active;

    /// <summary>What is compared: a total, an amount of money, pieces; at most six decimals. Null where only the record's being there counts.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What this side has taken off the amount already and the other may not show yet: pieces of orders on their way to the ERP. 0 for none.</summary>
    public decimal Deducted { get; init; }

    /// <summary>Currency of the amount; empty where it is none of money.</summary>
    public string Currency { get; init; } = "";

    /// <summary>By what totals are kept apart, such as the payment provider; empty for one total.</summary>
    public string Group { get; init; } = "";

    /// <summary>The moment by which it belongs to a day, UTC; null for records that are not of a day. ERP calendar dates are the start of that day in the pair's zone.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>This side's change stamp, UTC, where it has one.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
