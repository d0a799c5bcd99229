using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>What has a SKU.</summary>
public abstract record ProductFind
{
    private ProductFind()
    {
    }

    /// <summary>Nothing.</summary>
    public sealed record Nothing : ProductFind;

    /// <summary>Products or variants; several when the system lets a SKU be used twice.</summary>
    /// <param name="Items">Their ids.</param>
    public sealed record Found(IReadOnlyList<StockItem> Items) : ProductFind;

    /// <summary>The system cannot be asked for a SKU: see <see cref="ICatalogue"/>.</summary>
    public sealed record CannotTell : ProductFind;

    /// <summary>Not known.</summary>
    /// <param name="Outcome">Why: throttled, unavailable, denied or rejected.</param>
    public sealed record Failed(WriteOutcome Outcome) : ProductFind;
}
