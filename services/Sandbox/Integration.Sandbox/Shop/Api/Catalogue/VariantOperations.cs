using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Catalogue;

/// <summary>Variants of a product (add-on XC\ProductVariants).</summary>
internal static class VariantOperations
{
    public const string Entity = "xc-productvariants-productvariant";

    private const string Path = "products/{product_id}/variants";
    private const string Resource = "ProductVariant";

    public static IReadOnlyList<ApiRoute> Routes { get; } =
    [
        new("GET", Path, Resource, (shop, call) =>
            ApiAnswer.List(call, shop.Rows.Owned(Entity, ProductOperations.Find(shop, call).Text("product_id")), View)),
        new("POST", Path, Resource, (shop, call) => ApiAnswer.Created(View(new VariantWriter(shop).Create(ProductOperations.Find(shop, call), call.Body)))),
        new("GET", Path + "/{id}", Resource, (shop, call) => ApiAnswer.Ok(View(Find(shop, call)))),
        new("PUT", Path + "/{id}", Resource, (shop, call) => ApiAnswer.Ok(new VariantWriter(shop).Update(Find(shop, call), call.Body))),
        new("DELETE", Path + "/{id}", Resource, (shop, call) =>
        {
            shop.Rows.Delete(Entity, Find(shop, call).Text("id"));
            return ApiAnswer.NoContent;
        }),
    ];

    public static JsonObject View(JsonObject variant) => new()
    {
        ["id"] = variant.Long("id"),
        ["price"] = variant.Float("price"),
        ["default_price"] = variant.Flag("defaultPrice"),
        ["amount"] = variant.Long("amount"),
        ["default_amount"] = variant.Flag("defaultAmount"),
        ["weight"] = variant.Float("weight"),
        ["default_weight"] = variant.Flag("defaultWeight"),
        ["default_variant"] = variant.Flag("defaultValue"),
        ["sku"] = variant.Text("sku") is { Length: > 0 } sku ? sku : null,
        ["attribute_checkbox_values"] = new JsonArray(),
        ["attribute_select_values"] = variant.Rows("attributeValueS").DeepClone(),
    };

    private static JsonObject Find(ShopUnit shop, ApiCall call) =>
        shop.Rows.Find(Entity, call.Id()) is { } variant && variant.Text("product") == call.Id("product_id")
            ? variant
            : throw ApiProblemException.NotFound();
}
