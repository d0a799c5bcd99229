namespace Integration.Contracts.Shipments;

/// <summary>Shipped quantity of one order line.</summary>
/// <param name="OrderLine">The ERP order's line number.</param>
/// <param name="Sku">The item.</param>
/// <param name="Quantity">Shipped quantity in the sales unit.</param>
public sealed record ShipmentLine(string OrderLine, string Sku, decimal Quantity);
