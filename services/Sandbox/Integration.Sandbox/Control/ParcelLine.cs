namespace Integration.Sandbox.Control;

/// <summary>Goods in a parcel.</summary>
/// <param name="InventoryId">Item number; for a line without an item its description.</param>
/// <param name="Qty">Quantity in the unit of the order line.</param>
internal sealed record ParcelLine(string InventoryId, decimal Qty);
