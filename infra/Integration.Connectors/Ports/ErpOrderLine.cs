namespace Integration.Connectors.Ports;

/// <summary>A line of an ERP's sales order as it stands now.</summary>
/// <param name="Id">The ERP's line number, which stays with the line.</param>
/// <param name="Sku">The item.</param>
/// <param name="Quantity">Ordered quantity in the sales unit.</param>
/// <param name="Amount">What the line costs, in the order's currency.</param>
/// <param name="BackOrdered">How much of it will come later, once a part was shipped.</param>
/// <param name="Short">How much of it will not come at all.</param>
public sealed record ErpOrderLine(string Id, string Sku, decimal Quantity, decimal Amount, decimal BackOrdered = 0, decimal Short = 0);
