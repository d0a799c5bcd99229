using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.AddOn;

/// <summary>
/// <c>POST stock</c>: sets levels that are what the caller last read. Each is one statement on the row; the shop's
/// entities and their hooks do not see it, so it is not hinted.
/// </summary>
internal static class StockSetting
{
    public static JsonObject Answer(ShopUnit shop, BridgeCall call)
    {
        var items = StockItem.ReadAll(call.Body());
        return new JsonObject { ["items"] = new JsonArray([.. items.Select(item => Result(item, Set(shop, item)))]) };
    }

    private static (string Result, long? Actual) Set(ShopUnit shop, StockItem item)
    {
        var productId = item.Product.ToString(CultureInfo.InvariantCulture);
        if (shop.Rows.Find("product", productId) is not { } product)
        {
            return ("unknown", null);
        }

        JsonObject? variant = null;
        if (item.Variant is { } id)
        {
            variant = shop.Rows.Find(StockReading.Variants, id.ToString(CultureInfo.InvariantCulture));
            if (variant is null || variant.Text("product") != productId)
            {
                return ("unknown", null);
            }
        }

        if (!product.Flag("inventoryEnabled"))
        {
            return ("notTracked", null);
        }

        if (variant is not null && variant.Flag("defaultAmount"))
        {
            return ("productLevel", null);
        }

        var actual = (variant ?? product).Long("amount");
        if (item.From == item.To)
        {
            return (actual == item.From ? "unchanged" : "conflict", actual);
        }

        var set = variant is null
            ? shop.Rows.Unit.SetIf("product", productId, "amount", item.From, item.To, ("updateDate", shop.Now))
            : shop.Rows.Unit.SetIf(StockReading.Variants, variant.Text("id"), "amount", item.From, item.To);
        return set ? ("set", item.To) : ("conflict", actual);
    }

    private static JsonObject Result(StockItem item, (string Result, long? Actual) outcome) => new()
    {
        ["product"] = item.Product,
        ["variant"] = item.Variant,
        ["result"] = outcome.Result,
        ["actual"] = outcome.Actual,
    };
}
