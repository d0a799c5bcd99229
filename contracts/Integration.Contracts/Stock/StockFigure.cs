namespace Integration.Contracts.Stock;

/// <summary>What the ERP says of one SKU, read afresh.</summary>
public sealed record StockFigure
{
    /// <summary>The SKU.</summary>
    public required string Sku { get; init; }

    /// <summary>
    /// Quantity by place (warehouse), in the ERP's base unit; what it counts is the connector's to declare. Empty: the ERP keeps no stock of this
    /// SKU (unknown, non-stock, kit), so that nothing is written for it.
    /// </summary>
    public required IReadOnlyDictionary<string, decimal> Places { get; init; }

    /// <summary>The ERP's own change stamp of the figure, UTC; null where it has none.</summary>
    public DateTimeOffset? StampedAt { get; init; }

    /// <summary>The ERP's item class, for safety stock; null where it is not read.</summary>
    public string? ItemClass { get; init; }
}
