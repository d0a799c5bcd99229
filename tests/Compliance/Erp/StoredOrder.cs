namespace Integration.Tests.Compliance.Erp;

/// <summary>An order as the ERP itself holds it, read past the connector.</summary>
/// <param name="Id">The id that the connector uses.</param>
/// <param name="Total">The ERP's total.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Quantities">Ordered quantity per item.</param>
public sealed record StoredOrder(string Id, decimal Total, string Currency, IReadOnlyDictionary<string, decimal> Quantities);
