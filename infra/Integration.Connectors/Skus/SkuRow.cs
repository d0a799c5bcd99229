using Integration.Connectors.Ports;

namespace Integration.Connectors.Skus;

/// <summary>A row of the map.</summary>
internal sealed record SkuRow
{
    public string Product { get; init; } = "";

    /// <summary>Empty for the product itself.</summary>
    public string Variant { get; init; } = "";

    public string Sku { get; init; } = "";

    public StockItem Item => new(Product, Variant.Length > 0 ? Variant : null);
}
