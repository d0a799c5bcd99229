namespace Integration.Acumatica.Stock;

/// <summary>An item in a warehouse.</summary>
internal sealed record WarehouseRow(string Sku, string Warehouse, decimal Quantity, DateTimeOffset? StampedAt, string? ItemClass = null);
