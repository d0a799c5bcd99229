namespace Integration.Contracts.Products;

/// <summary>Event of the gateway: a product was written to the storefront, or found as wanted.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="ErpId">The ERP's id; empty where several of its items make one product.</param>
/// <param name="Fields">The members that were asked for.</param>
/// <param name="Sent">The product as it was to be, in the storefront's codes.</param>
/// <param name="Shown">The product as the storefront's own answer showed it.</param>
/// <param name="Created">True when the product was made.</param>
public sealed record ProductWritten(string Pair, string ErpId, IReadOnlyList<string> Fields, Product Sent, Product Shown, bool Created);
