using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Api;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>Values of attributes on products, and the variants that are made of them (add-on XC\ProductVariants).</summary>
internal static class ProductAttributes
{
    public const string Entity = "attribute";
    public const string Option = "attributeoption";
    public const string Text = "attributevalue-attributevaluetext";
    public const string Select = "attributevalue-attributevalueselect";

    private const string Variants = "xc-productvariants-productvariant";

    /// <summary>The values that make a variant.</summary>
    public static IEnumerable<JsonObject> Chosen(ShopUnit shop, JsonObject variant) =>
        variant.Rows("attributeValueS").Select(id => shop.Rows.Find(Select, RowValues.AsText(id!))).OfType<JsonObject>();

    /// <summary>For people: <c>Colour=Red</c>.</summary>
    public static string Words(ShopUnit shop, JsonObject value) =>
        $"{Translation.Text(shop.Rows.Linked(value, "attribute", Entity), "name")}={Translation.Text(shop.Rows.Linked(value, "attribute_option", Option), "name")}";

    /// <summary>The values that a new variant names.</summary>
    /// <exception cref="ApiProblemException">400, in the words of the real shop.</exception>
    public static IReadOnlyList<JsonObject> Check(ShopUnit shop, JsonObject product, JsonArray ids)
    {
        var values = ids.Select(id => shop.Rows.Find(Select, RowValues.AsText(id!)) ?? throw ApiProblemException.BadRequest($"Select box attribute value with ID {id} not found")).ToList();
        if (values.Count == 0)
        {
            throw ApiProblemException.BadRequest("Variant must have attribute values");
        }

        var given = values.Select(value => value.Text("id")).ToHashSet();
        if (VariantsOf(shop, product).Any(other => Chosen(shop, other).ToList() is { Count: > 0 } chosen && chosen.TrueForAll(value => given.Contains(value.Text("id")))))
        {
            throw ApiProblemException.BadRequest("Variant with specified attribute values already exists");
        }

        if (values.Find(value => value.Text("product") != product.Text("product_id")) is { } foreign)
        {
            throw ApiProblemException.BadRequest($"Select box attribute value #{foreign.Text("id")} should be linked to product #{product.Text("product_id")}");
        }

        return values;
    }

    /// <summary>The product's variants are those of the new one's attributes from now on.</summary>
    public static void Settle(ShopUnit shop, JsonObject product, IReadOnlyList<JsonObject> values)
    {
        product["variantsAttributes"] = new JsonArray([.. values.Select(value => (JsonNode)value.Long("attribute"))]);
        shop.Rows.Save("product", product);
        CheckVariants(shop, product);
    }

    /// <summary>What the shop does when a product is saved by its staff: variants whose attributes do not make variants, or have one value only, are removed.</summary>
    public static void CheckVariants(ShopUnit shop, JsonObject product)
    {
        var making = product.Rows("variantsAttributes").Select(id => RowValues.AsText(id!)).ToList();
        var values = shop.Rows.Owned(Select, product.Text("product_id"));
        var lone = making.Any(attribute => values.Count(value => value.Text("attribute") == attribute) < 2);
        foreach (var variant in VariantsOf(shop, product).Where(variant => variant.Rows("attributeValueS").Count > 0))
        {
            if (lone || making.Count == 0 || !Chosen(shop, variant).Select(value => value.Text("attribute")).ToHashSet().SetEquals(making))
            {
                shop.Rows.Delete(Variants, variant.Text("id"));
            }
        }
    }

    private static IReadOnlyCollection<JsonObject> VariantsOf(ShopUnit shop, JsonObject product) => shop.Rows.Owned(Variants, product.Text("product_id"));
}
