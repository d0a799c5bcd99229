using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>A product in the complex schema. Variants are not in it.</summary>
internal sealed class ComplexProduct(ShopUnit shop)
{
    public JsonObject View(JsonObject product)
    {
        var translations = new JsonObject();
        foreach (var translation in product.Rows("translations").Select(node => node!.AsObject()))
        {
            translations[translation.Text("code")] = new JsonObject
            {
                ["name"] = translation.Text("name"),
                ["description"] = translation.Text("description"),
                ["shortDescription"] = translation.Text("briefDescription"),
            };
        }

        return new JsonObject
        {
            ["sku"] = product.Text("sku"),
            ["productId"] = product.Long("product_id"),
            ["name"] = Translated(product, "name"),
            ["description"] = Translated(product, "description"),
            ["shortDescription"] = Translated(product, "briefDescription"),
            ["price"] = RowValues.Number(product.Amount("price")),
            ["weight"] = RowValues.Number(product.Amount("weight")),
            ["quantity"] = product.Long("amount"),
            ["releaseDate"] = RowValues.Iso(product.Long("arrivalDate")),
            ["image"] = new JsonArray([.. product.Rows("images").Select(image =>
                JsonValue.Create(ProductParts.Address(shop, image!.AsObject())))]),
            ["URL"] = Url(shop, product.Text("product_id")),
            ["enabled"] = product.Flag("enabled"),
            ["freeShipping"] = product.Flag("free_shipping"),
            ["categories"] = new JsonArray([.. product.Rows("categoryProducts").Select(place => JsonValue.Create(place!.AsObject().Text("path")))]),
            ["memberships"] = new JsonArray(),
            ["translations"] = translations,
        };
    }

    public static string Translated(JsonObject? product, string name) =>
        product?.Rows("translations").FirstOrDefault()?.AsObject().Text(name) ?? "";

    public static string Url(ShopUnit shop, string productId) =>
        $"http://{shop.Options.HttpHost}/cart.php?target=product&amp;product_id={productId}";
}
