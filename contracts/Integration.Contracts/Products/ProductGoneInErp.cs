namespace Integration.Contracts.Products;

/// <summary>Event of the ERP's adapter: a product that the ERP had is no longer there. Nothing is deleted for it: operators are told.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Id">The ERP's id of it.</param>
public sealed record ProductGoneInErp(string Pair, string Id);
