namespace Integration.Contracts.Products;

/// <summary>One variant of a product.</summary>
public sealed record ProductVariant
{
    /// <summary>The system's id of the variant.</summary>
    public required string Id { get; init; }

    /// <summary>Its SKU; may be empty.</summary>
    public required string Sku { get; init; }

    /// <summary>What tells it from the others, such as colour and size.</summary>
    public IReadOnlyList<ProductAttribute> Options { get; init; } = [];

    /// <summary>Price of one sales unit; null when it is the product's.</summary>
    public decimal? Price { get; init; }

    /// <summary>Weight of one sales unit, in the product's unit; null when it is the product's.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Whether it is for sale; null where variants have no such mark.</summary>
    public bool? Enabled { get; init; }
}
