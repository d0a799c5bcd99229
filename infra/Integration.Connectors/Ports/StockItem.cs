namespace Integration.Connectors.Ports;

/// <summary>What has a stock level: a product, or one variant of it.</summary>
/// <param name="Product">The storefront's product id.</param>
/// <param name="Variant">The storefront's variant id, or null for the product itself.</param>
public sealed record StockItem(string Product, string? Variant = null);
