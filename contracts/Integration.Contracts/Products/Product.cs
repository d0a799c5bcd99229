namespace Integration.Contracts.Products;

/// <summary>
/// A product as one system shows it. A member that is null is one that the system does not tell: nothing follows from it.
/// </summary>
public sealed record Product
{
    /// <summary>The system's own id.</summary>
    public required string Id { get; init; }

    /// <summary>The SKU, the key under which both sides know the product.</summary>
    public required string Sku { get; init; }

    /// <summary>What it is to the ERP's stock.</summary>
    public ProductKind Kind { get; init; }

    /// <summary>Name, one line.</summary>
    public string? Name { get; init; }

    /// <summary>Long text; may be HTML.</summary>
    public string? Description { get; init; }

    /// <summary>Short text; may be HTML.</summary>
    public string? ShortDescription { get; init; }

    /// <summary>Whether it is for sale.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Price of one sales unit for everybody, in the currency that the system keeps its prices in.</summary>
    public decimal? Price { get; init; }

    /// <summary>Other prices: for groups of customers, from quantities on.</summary>
    public IReadOnlyList<ProductPrice>? Prices { get; init; }

    /// <summary>Weight of one sales unit.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Unit of weights, such as <c>kg</c> or <c>lb</c>; null when the system does not say.</summary>
    public string? WeightUnit { get; init; }

    /// <summary>The unit that it is sold in, such as <c>EA</c>.</summary>
    public string? SalesUnit { get; init; }

    /// <summary>Units of measure and how many base units each holds.</summary>
    public IReadOnlyList<ProductUnit>? Units { get; init; }

    /// <summary>Code of its tax category or class.</summary>
    public string? TaxClass { get; init; }

    /// <summary>Code of its class of products or items, which decides over defaults and attributes.</summary>
    public string? Class { get; init; }

    /// <summary>Barcode (EAN, UPC).</summary>
    public string? Barcode { get; init; }

    /// <summary>Categories it is listed in.</summary>
    public IReadOnlyList<ProductCategory>? Categories { get; init; }

    /// <summary>Attributes that do not make a variant.</summary>
    public IReadOnlyList<ProductAttribute>? Attributes { get; init; }

    /// <summary>Pictures, the main one first.</summary>
    public IReadOnlyList<ProductImage>? Images { get; init; }

    /// <summary>What can be bought of a product that comes in variants; null when it comes in none.</summary>
    public IReadOnlyList<ProductVariant>? Variants { get; init; }

    /// <summary>SKU of the template that it is a variant of, or null.</summary>
    public string? TemplateSku { get; init; }

    /// <summary>True when the owner marked it to be shown in other systems; null where there is no such mark.</summary>
    public bool? ForExport { get; init; }

    /// <summary>The system's change stamp, or null where it keeps none.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
