namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Goods in a parcel.</summary>
/// <param name="InventoryId">Product number; for a write-in its description.</param>
/// <param name="Qty">Quantity in the unit of the order line.</param>
internal sealed record ParcelLine(string InventoryId, decimal Qty);
