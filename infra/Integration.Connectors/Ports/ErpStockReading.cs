using Integration.Connectors.Outcomes;
using Integration.Contracts.Stock;

namespace Integration.Connectors.Ports;

/// <summary>What came of reading stock figures.</summary>
public abstract record ErpStockReading
{
    private ErpStockReading()
    {
    }

    /// <summary>Read.</summary>
    /// <param name="Figures">One per SKU.</param>
    /// <param name="SourceTime">The ERP's clock, or null when it did not say.</param>
    /// <param name="Next">Where the next page begins; null at the end, and for SKUs that were asked for.</param>
    public sealed record Read(IReadOnlyList<StockFigure> Figures, DateTimeOffset? SourceTime = null, string? Next = null) : ErpStockReading;

    /// <summary>Not read.</summary>
    /// <param name="Outcome">Why: throttled, unavailable, denied or rejected.</param>
    public sealed record Failed(WriteOutcome Outcome) : ErpStockReading;
}
