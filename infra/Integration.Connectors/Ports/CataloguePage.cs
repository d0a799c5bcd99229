using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>What came of reading a page of a catalogue.</summary>
public abstract record CataloguePage
{
    private CataloguePage()
    {
    }

    /// <summary>Read.</summary>
    /// <param name="Items">Products and variants that have a SKU.</param>
    /// <param name="Last">True when the catalogue ends here.</param>
    public sealed record Read(IReadOnlyList<CatalogueItem> Items, bool Last) : CataloguePage;

    /// <summary>Nothing to read: this storefront can be asked for a SKU itself just now.</summary>
    public sealed record NotNeeded : CataloguePage;

    /// <summary>Not read.</summary>
    /// <param name="Outcome">Why: throttled, unavailable, denied or rejected.</param>
    public sealed record Failed(WriteOutcome Outcome) : CataloguePage;
}
