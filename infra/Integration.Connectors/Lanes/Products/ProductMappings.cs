using System.Text.Json;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Contracts.Serialization;
using Integration.Mapping.Documents;

namespace Integration.Connectors.Lanes.Products;

/// <summary>
/// The lane's two mapping documents. Both sides of a document are the canonical product: what it translates is codes (tax categories, price classes,
/// categories, attributes), so that the values of both systems can be compared.
/// </summary>
public static class ProductMappings
{
    private static readonly TypeSchema Canonical = TypeSchema.Of<Product>("canonical.product", ContractsJson.Options);

    /// <summary>From the ERP's codes to the storefront's.</summary>
    public static MappingPort ToStore { get; } = PortOf("products.toStore");

    /// <summary>From the storefront's codes to the ERP's.</summary>
    public static MappingPort ToErp { get; } = PortOf("products.toErp");

    /// <summary>The product in the other side's codes; null when there are problems.</summary>
    internal static (Product? Product, MappedDocument Mapped) Map(DocumentMappings mappings, PairDefinition pair, MappingPort port, Product product)
    {
        // One that several items of the ERP make up has no id, and documents ask for one.
        var source = product.Id.Length > 0 ? product : product with { Id = product.Sku };
        var mapped = mappings.Map(pair, port, JsonSerializer.SerializeToNode(source, ContractsJson.Options)!.AsObject());
        if (mapped.Document is not { } document || mapped.Problems.Count > 0) return (null, mapped);
        try
        {
            var made = Untold(document.Deserialize<Product>(ContractsJson.Options)!, product);
            // Rules leave out what is empty, and a text that the ERP could have and has not is what the shop's fills.
            return (port == ToStore && product.Description is "" ? made with { Description = made.Description ?? "" } : made, mapped);
        }
        catch (JsonException wrong)
        {
            return (null, mapped with { Document = null, Class = AttentionClasses.MappingFailed, Problems = [new Reason(wrong.Path ?? "", "The mapping document does not make a product: a member is missing or of another type.")] });
        }
    }

    // Rules make a list of nothing; what the source does not tell, the document cannot tell either.
    private static Product Untold(Product made, Product source) => made with
    {
        Id = source.Id.Length > 0 ? made.Id : "",
        Prices = source.Prices is null ? null : made.Prices,
        Categories = source.Categories is null ? null : made.Categories,
        Attributes = source.Attributes is null ? null : made.Attributes,
        Images = source.Images is null ? null : made.Images,
        Variants = source.Variants is null ? null : made.Variants,
    };

    private static MappingPort PortOf(string name) => new(name, Canonical, Canonical, ShippedDocument.Text(typeof(ProductMappings), name));
}
