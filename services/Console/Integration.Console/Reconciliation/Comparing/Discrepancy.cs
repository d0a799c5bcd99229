namespace Integration.Console.Reconciliation.Comparing;

/// <summary>One difference between the two sides.</summary>
internal sealed record Discrepancy
{
    public required string Key { get; init; }

    /// <summary>One of the attention classes.</summary>
    public required string Cause { get; init; }

    /// <summary>Plain words.</summary>
    public required string Words { get; init; }

    /// <summary>The storefront's id, or empty.</summary>
    public string StoreId { get; init; } = "";

    /// <summary>The ERP's id, or empty; several are separated by commas.</summary>
    public string ErpId { get; init; } = "";

    /// <summary>What people call it.</summary>
    public string Number { get; init; } = "";

    public long? StoreAmount { get; init; }

    public long? ErpAmount { get; init; }

    public string Currency { get; init; } = "";

    /// <summary>When either side last changed it, Unix milliseconds.</summary>
    public long ChangedAt { get; init; }
}
