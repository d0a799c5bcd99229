using Integration.Contracts.Products;

namespace Integration.Connectors.Lanes.Products;

/// <summary>What can be bought of a product.</summary>
internal static class ProductSkus
{
    /// <summary>The product's SKU first, then those of its variants.</summary>
    public static IEnumerable<string> Of(Product product) => [product.Sku, .. product.Variants?.Select(variant => variant.Sku) ?? []];
}
