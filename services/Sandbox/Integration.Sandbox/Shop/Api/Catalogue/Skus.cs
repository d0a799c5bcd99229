using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Catalogue;

/// <summary>The 5.5 API refuses a SKU that something else has, unlike the legacy one.</summary>
internal static class Skus
{
    private const string Variants = "xc-productvariants-productvariant";

    /// <exception cref="ApiProblemException">400.</exception>
    public static void CheckFree(ShopUnit shop, string sku, JsonObject? owner)
    {
        if (sku.Length == 0)
        {
            return;
        }

        var taken = shop.Rows.By("product", sku).Any(product => !Same("product_id", product))
            || shop.Rows.All(Variants).Any(variant => variant.Text("sku").Equals(sku, StringComparison.OrdinalIgnoreCase) && !Same("id", variant));
        if (taken)
        {
            throw ApiProblemException.BadRequest($"SKU {sku} is not unique");
        }

        bool Same(string key, JsonObject row) => owner is not null && owner.ContainsKey(key) && owner.Text(key) == row.Text(key);
    }
}
