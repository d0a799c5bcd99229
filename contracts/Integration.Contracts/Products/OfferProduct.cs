namespace Integration.Contracts.Products;

/// <summary>
/// Command of the ERP's adapter to the gateway: the ERP has a product that the adapter knows nothing of in the storefront. The gateway looks for its SKU:
/// what it finds it reads and tells, what it does not find it makes, if it may.
/// </summary>
/// <param name="Pair">The pair.</param>
/// <param name="Product">The product in the storefront's codes.</param>
/// <param name="MayCreate">Whether the product may be made.</param>
public sealed record OfferProduct(string Pair, Product Product, bool MayCreate);
