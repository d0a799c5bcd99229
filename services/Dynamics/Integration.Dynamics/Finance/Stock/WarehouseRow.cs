namespace Integration.Dynamics.Finance.Stock;

/// <summary>What one warehouse has of one item; its product dimensions are added up.</summary>
internal sealed record WarehouseRow(string Sku, string Warehouse, decimal Quantity);
