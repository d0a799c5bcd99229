namespace Integration.Connectors.Ports;

/// <summary>What an ERP's order sold.</summary>
/// <param name="CustomerId">The ERP's id of the customer.</param>
/// <param name="Lines">The goods that have left.</param>
public sealed record ErpSale(string CustomerId, IReadOnlyList<ErpSaleLine> Lines);
