using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>What X-Cart derives from a product when it is saved again after it was made: quick data and its clean URL.</summary>
internal static class ProductIndex
{
    public static void Fill(ShopRows rows, JsonObject product)
    {
        if (product.Rows("quickData").Count == 0)
        {
            product["quickData"] = new JsonArray(Quick(rows, product), Quick(rows, product));
        }

        if (product.Rows("cleanURLs").Count == 0)
        {
            product["cleanURLs"] = new JsonArray(new JsonObject
            {
                ["id"] = rows.Unit.Next("cleanURLs"),
                ["cleanURL"] = $"product-{product.Text("product_id")}",
            });
        }
    }

    private static JsonObject Quick(ShopRows rows, JsonObject product) => new()
    {
        ["minPrice"] = product["price"]?.DeepClone(),
        ["maxPrice"] = product["price"]?.DeepClone(),
        ["id"] = rows.Unit.Next("quickData"),
        ["price"] = product["price"]?.DeepClone(),
    };
}
