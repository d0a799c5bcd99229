namespace Integration.Contracts.Products;

/// <summary>Event of the gateway: a product is new or different in the storefront. Consumed by the ERP's adapter.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Sequence">Rises with every change of this product; a lower one than seen is ignored.</param>
/// <param name="Product">The product as the storefront has it, with its codes.</param>
public sealed record ProductInStore(string Pair, long Sequence, Product Product);
