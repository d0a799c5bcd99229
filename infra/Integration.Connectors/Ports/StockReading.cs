using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>What came of reading stock levels.</summary>
public abstract record StockReading
{
    private StockReading()
    {
    }

    /// <summary>Read.</summary>
    /// <param name="Levels">All that were found.</param>
    public sealed record Read(IReadOnlyList<StockLevel> Levels) : StockReading;

    /// <summary>Not read.</summary>
    /// <param name="Outcome">Why: throttled, unavailable, denied or rejected.</param>
    public sealed record Failed(WriteOutcome Outcome) : StockReading;
}
