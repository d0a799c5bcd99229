namespace Integration.Connectors.Ports;

/// <summary>A stock level as read.</summary>
/// <param name="Item">Whose.</param>
/// <param name="Sku">Its SKU; empty where it has none.</param>
/// <param name="Amount">Pieces.</param>
/// <param name="Tracked">False when the storefront does not count this item.</param>
/// <param name="Own">False for a variant whose stock is its product's.</param>
public sealed record StockLevel(StockItem Item, string Sku, long Amount, bool Tracked, bool Own);
