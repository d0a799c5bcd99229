namespace Integration.Contracts.Products;

/// <summary>Event of the ERP's adapter: a product is new or different in the ERP. Consumed by the gateway, which brings the storefront to it.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Sequence">Rises with every change of this product; a lower one than seen is ignored.</param>
/// <param name="Product">The product as the ERP has it, with the ERP's codes.</param>
public sealed record ProductInErp(string Pair, long Sequence, Product Product);
