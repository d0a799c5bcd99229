namespace Integration.Contracts.Operations;

/// <summary>What a reason comes from, as data: everything with the same cause is found by it, and sent again when it is corrected.</summary>
public sealed record ReasonCause
{
    /// <summary>The pair's lookup that has no row for <see cref="Code"/>, or null.</summary>
    public string? Table { get; init; }

    /// <summary>The code without a row, or null.</summary>
    public string? Code { get; init; }

    /// <summary>The pair's document, such as <c>orders.toErp</c>, or null.</summary>
    public string? Document { get; init; }

    /// <summary>The document's version, or null when it could not be read.</summary>
    public int? Version { get; init; }

    /// <summary>The rule in it, equal for all records that it hits, such as <c>Details.InventoryID</c>, or null.</summary>
    public string? Rule { get; init; }
}
