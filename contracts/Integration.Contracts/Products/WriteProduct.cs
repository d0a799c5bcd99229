namespace Integration.Contracts.Products;

/// <summary>Command of the ERP's adapter to the gateway: write these members of a product to the storefront.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Id">The storefront's id.</param>
/// <param name="ErpId">The ERP's id; empty where several of its items make one product.</param>
/// <param name="Revision">Rises with every such command for this product; a lower one than carried out is not carried out.</param>
/// <param name="Product">The product in the storefront's codes.</param>
/// <param name="Fields">The members to write, each with the text that the storefront shows for it until now; a member that shows another is left alone.</param>
public sealed record WriteProduct(string Pair, string Id, string ErpId, int Revision, Product Product, IReadOnlyDictionary<string, string> Fields);
