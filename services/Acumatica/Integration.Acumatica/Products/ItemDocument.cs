using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;

namespace Integration.Acumatica.Products;

/// <summary>What is sent of a product to an item form.</summary>
internal static class ItemDocument
{
    /// <summary>Members of a product that can be written.</summary>
    public static IReadOnlySet<string> Writable { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        ProductFields.Name, ProductFields.Description, ProductFields.Enabled, ProductFields.Price, ProductFields.Weight, ProductFields.TaxClass, ProductFields.Attributes,
        ProductFields.Categories, ProductFields.Images, ProductFields.Barcode,
    };

    /// <summary>Rows of collections are added by every write that holds them, so that they are sent only with a new item.</summary>
    public static IReadOnlySet<string> WritableOnce { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        ProductFields.Categories, ProductFields.Images, ProductFields.Barcode, ProductFields.Attributes,
    };

    /// <summary>The plain document of these members.</summary>
    /// <param name="sku">The inventory ID.</param>
    /// <param name="product">The values.</param>
    /// <param name="fields">The members to send.</param>
    /// <param name="kind">The form.</param>
    /// <param name="factor">Base units in a sales unit: prices and weights are kept per base unit.</param>
    public static JsonObject Of(string sku, Product product, IReadOnlySet<string> fields, ItemKinds kind, decimal factor)
    {
        var document = new JsonObject { ["InventoryID"] = sku };
        void Set(string field, string name, JsonNode? value)
        {
            if (fields.Contains(field) && value is not null) document[name] = value;
        }

        Set(ProductFields.Name, "Description", product.Name);
        Set(ProductFields.Description, "Content", product.Description);
        Set(ProductFields.Enabled, "ItemStatus", product.Enabled is { } enabled ? (enabled ? "Active" : "Inactive") : null);
        Set(ProductFields.Price, "DefaultPrice", product.Price / factor);
        Set(ProductFields.Weight, kind.Weight, product.Weight / factor);
        if (product.WeightUnit is { } unit) Set(ProductFields.Weight, "WeightUOM", unit.ToUpperInvariant());
        Set(ProductFields.TaxClass, "TaxCategory", product.TaxClass);
        Set(ProductFields.Attributes, "Attributes", Rows(product.Attributes, attribute => new JsonObject { ["AttributeID"] = attribute.Code, ["Value"] = attribute.Value }));
        Set(ProductFields.Categories, "Categories", Rows(product.Categories, category => new JsonObject { ["CategoryID"] = Whole(category.Code) }));
        Set(ProductFields.Images, kind.Files, Rows(product.Images, image => new JsonObject { ["FileURL"] = image.Url, ["FileType"] = "Image" }));
        if (kind != ItemKinds.Template)
            Set(ProductFields.Barcode, "CrossReferences", product.Barcode is { Length: > 0 } code ? new JsonArray(new JsonObject { ["AlternateType"] = "Barcode", ["AlternateID"] = code }) : null);
        return document;
    }

    private static JsonArray? Rows<T>(IReadOnlyList<T>? rows, Func<T, JsonObject> row) => rows is { Count: > 0 } ? [.. rows.Select(row)] : null;

    private static JsonNode? Whole(string code) => int.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : JsonValue.Create(code);
}
