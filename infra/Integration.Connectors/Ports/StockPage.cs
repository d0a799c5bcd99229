using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>What came of reading a page of stock levels.</summary>
public abstract record StockPage
{
    private StockPage()
    {
    }

    /// <summary>Read.</summary>
    /// <param name="Levels">Products and variants; SKUs may be missing.</param>
    /// <param name="Last">True when the list ends here.</param>
    public sealed record Read(IReadOnlyList<StockLevel> Levels, bool Last) : StockPage;

    /// <summary>Not read.</summary>
    /// <param name="Outcome">Why: throttled, unavailable, denied or rejected.</param>
    public sealed record Failed(WriteOutcome Outcome) : StockPage;
}
