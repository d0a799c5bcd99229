using Integration.Connectors.Outcomes;
using Integration.Contracts.Products;

namespace Integration.Connectors.Ports;

/// <summary>Products of one system, read and written in its own codes and units. Products are never deleted.</summary>
public interface IProducts
{
    /// <summary>The members of a product (<see cref="ProductFields"/>) that can be written here.</summary>
    IReadOnlySet<string> Writable { get; }

    /// <summary>Members that can be written only when the product is made.</summary>
    IReadOnlySet<string> WritableOnce { get; }

    /// <summary>Reads one product afresh.</summary>
    Task<ReadOutcome<Product>> ReadAsync(string id, CancellationToken ct);

    /// <summary>Finds what has this SKU, afresh.</summary>
    Task<ProductFind> FindAsync(string sku, CancellationToken ct);

    /// <summary>Lists all products page by page, from 1, in an order that stays the same while nothing changes; variants with their products.</summary>
    Task<ProductPage> PageAsync(int page, CancellationToken ct);

    /// <summary>
    /// Makes the product. The echo of <see cref="WriteOutcome.Done"/> is the product as the write's own answers showed it, as JSON of
    /// <see cref="Product"/>.
    /// </summary>
    Task<WriteOutcome> CreateAsync(Product product, CancellationToken ct);

    /// <summary>Changes only the named members of a product. The echo is as of <see cref="CreateAsync"/>.</summary>
    /// <param name="id">The system's id.</param>
    /// <param name="product">The values.</param>
    /// <param name="fields">Which of them, by <see cref="ProductFields"/>.</param>
    /// <param name="ct">Cancels.</param>
    Task<WriteOutcome> UpdateAsync(string id, Product product, IReadOnlySet<string> fields, CancellationToken ct);
}
