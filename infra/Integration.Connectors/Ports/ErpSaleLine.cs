namespace Integration.Connectors.Ports;

/// <summary>Goods of one line of an ERP's order that have left.</summary>
/// <param name="Line">The storefront's id of the line; empty for a line that the ERP's people added.</param>
/// <param name="Sku">The item.</param>
/// <param name="Shipped">How many have left.</param>
/// <param name="Invoiced">Where they were billed, in the order of billing.</param>
public sealed record ErpSaleLine(string Line, string Sku, decimal Shipped, IReadOnlyList<InvoicedGoods> Invoiced)
{
    /// <summary>The ERP's own id of the line, where a return names lines of sales; null elsewhere.</summary>
    public string? Id { get; init; }
}
