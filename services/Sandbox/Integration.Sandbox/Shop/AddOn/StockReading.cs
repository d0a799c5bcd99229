using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.AddOn;

/// <summary><c>GET stock</c>: levels by SKU and by product.</summary>
internal static class StockReading
{
    public const string Variants = "xc-productvariants-productvariant";

    private const int Most = 100;

    public static JsonObject Answer(ShopUnit shop, BridgeCall call)
    {
        var skus = Skus(call).ToHashSet(StringComparer.Ordinal);
        var products = Values(call, "products").Select((id, i) => BridgeNumbers.Id(id, $"products[{i}]", "products")).ToHashSet();
        if (Values(call, "skus").Count + Values(call, "products").Count > Most)
        {
            throw BridgeRefusedException.BadRequest(null, $"'skus' and 'products' may hold {Most} values together.");
        }

        // By product, the product before its variants.
        var items = new JsonArray();
        var variants = shop.Rows.All(Variants).ToLookup(variant => variant.Long("product"));
        foreach (var product in Asked(shop, skus, products))
        {
            var whole = products.Contains(product.Long("product_id"));
            if (whole || skus.Contains(product.Text("sku")))
            {
                items.Add(Product(product));
            }

            foreach (var variant in variants[product.Long("product_id")].Where(variant => whole || skus.Contains(variant.Text("sku"))))
            {
                items.Add(Variant(variant, product));
            }
        }

        return new JsonObject { ["items"] = items };
    }

    // Found by their indexes: a shop may have a hundred thousand.
    private static IEnumerable<JsonObject> Asked(ShopUnit shop, IReadOnlyCollection<string> skus, IReadOnlyCollection<long> products) =>
        skus.SelectMany(sku => shop.Rows.By("product", sku))
            .Concat(products.Concat(shop.Rows.All(Variants).Where(variant => skus.Contains(variant.Text("sku"))).Select(variant => variant.Long("product")))
                .Select(id => shop.Rows.Find("product", id.ToString(System.Globalization.CultureInfo.InvariantCulture))).OfType<JsonObject>())
            .DistinctBy(product => product.Long("product_id")).OrderBy(product => product.Long("product_id"));

    private static IEnumerable<string> Skus(BridgeCall call) => Values(call, "skus").Select((sku, i) =>
        sku.Length > 0 ? sku : throw BridgeRefusedException.BadRequest($"skus[{i}]", "'skus' must hold SKUs."));

    private static List<string> Values(BridgeCall call, string name) => call.Query[name] switch
    {
        null => [],
        JsonObject many => [.. many.Select(pair => pair.Value is JsonValue value ? RowValues.AsText(value) : throw NotAList(name))],
        _ => throw NotAList(name),
    };

    private static BridgeRefusedException NotAList(string name) => BridgeRefusedException.BadRequest(name, $"'{name}' must be given as '{name}[]'.");

    private static JsonObject Product(JsonObject product) => new()
    {
        ["sku"] = product.Text("sku"),
        ["product"] = product.Long("product_id"),
        ["variant"] = null,
        ["amount"] = product.Long("amount"),
        ["tracked"] = product.Flag("inventoryEnabled"),
        ["own"] = true,
    };

    private static JsonObject Variant(JsonObject variant, JsonObject product)
    {
        var own = !variant.Flag("defaultAmount");
        return new JsonObject
        {
            ["sku"] = variant.Text("sku") is { Length: > 0 } sku ? sku : null,
            ["product"] = product.Long("product_id"),
            ["variant"] = variant.Long("id"),
            ["amount"] = (own ? variant : product).Long("amount"),
            ["tracked"] = product.Flag("inventoryEnabled"),
            ["own"] = own,
        };
    }
}
