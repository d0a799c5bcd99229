using Integration.Connectors.Outcomes;
using Integration.Contracts.Products;

namespace Integration.XCart.Products;

/// <summary>One product's variants over one of the APIs. Every call gives why it failed, or null.</summary>
internal interface IVariantStore
{
    /// <summary>Reads what is there.</summary>
    Task<(VariantShelf? Shelf, WriteOutcome? Failure)> ReadAsync(CancellationToken ct);

    /// <summary>Makes an attribute of options that only this product has.</summary>
    Task<(long Id, WriteOutcome? Failure)> AddAttributeAsync(string name, int position, CancellationToken ct);

    /// <summary>Adds an option to an attribute.</summary>
    Task<(long Id, WriteOutcome? Failure)> AddOptionAsync(long attribute, string name, int position, CancellationToken ct);

    /// <summary>Makes an option a value of the product.</summary>
    Task<(long Id, WriteOutcome? Failure)> AddValueAsync(long attribute, long option, int position, CancellationToken ct);

    /// <summary>Says which attributes make the variants.</summary>
    Task<WriteOutcome?> MakeOfAsync(IReadOnlyList<long> attributes, CancellationToken ct);

    /// <summary>Makes a variant of these values, with a stock of its own that is empty.</summary>
    Task<WriteOutcome?> AddAsync(ProductVariant variant, IReadOnlyList<long> values, CancellationToken ct);
}
