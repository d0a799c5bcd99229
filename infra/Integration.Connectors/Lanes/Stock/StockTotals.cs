namespace Integration.Connectors.Lanes.Stock;

/// <summary>The lane in figures, since the gateway knows its SKUs.</summary>
internal sealed record StockTotals
{
    /// <summary>SKUs that the ERP showed.</summary>
    public long Skus { get; init; }

    /// <summary>Marks: changes of a figure, sales, cancellations, status writes, orders that came to count.</summary>
    public long Marked { get; init; }

    /// <summary>Levels of the shop that were changed.</summary>
    public long Written { get; init; }

    /// <summary>SKUs that are to be reckoned.</summary>
    public long Waiting { get; init; }
}
