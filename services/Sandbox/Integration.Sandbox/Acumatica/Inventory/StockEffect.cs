namespace Integration.Sandbox.Acumatica.Inventory;

/// <summary>What one line of a document does to a figure of an item in a warehouse.</summary>
/// <param name="InventoryId">Stock item.</param>
/// <param name="WarehouseId">Warehouse.</param>
/// <param name="Figure">One of <see cref="StockFigures"/>.</param>
/// <param name="Quantity">In base units.</param>
/// <param name="Document">Type and number of the document.</param>
internal sealed record StockEffect(string InventoryId, string WarehouseId, string Figure, decimal Quantity, string Document);
