namespace Integration.Connectors.Ports;

/// <summary>A product or variant with its SKU.</summary>
/// <param name="Item">Which.</param>
/// <param name="Sku">Its SKU; never empty.</param>
public sealed record CatalogueItem(StockItem Item, string Sku);
