using Integration.Connectors.Outcomes;
using Integration.Contracts.Products;

namespace Integration.Connectors.Ports;

/// <summary>What came of reading a page of products.</summary>
public abstract record ProductPage
{
    private ProductPage()
    {
    }

    /// <summary>Read.</summary>
    /// <param name="Products">The products of this page; may be none although more follow. Members that a list does not show are null.</param>
    /// <param name="Last">True when the list ends here.</param>
    public sealed record Read(IReadOnlyList<Product> Products, bool Last) : ProductPage;

    /// <summary>Not read.</summary>
    /// <param name="Outcome">Why: throttled, unavailable, denied or rejected.</param>
    public sealed record Failed(WriteOutcome Outcome) : ProductPage;
}
