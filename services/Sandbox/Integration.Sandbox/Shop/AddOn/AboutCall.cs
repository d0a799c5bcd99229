using System.Globalization;
using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.AddOn;

/// <summary><c>GET about</c>.</summary>
internal static class AboutCall
{
    public static JsonObject Answer(ShopUnit shop)
    {
        var rest = shop.Options.Api == ShopApi.Rest55;
        return new JsonObject
        {
            ["addOn"] = "Integration-ErpBridge",
            ["version"] = rest ? "5.5.1.0" : "5.4.1.0",
            ["protocol"] = 1,
            ["store"] = rest ? "5.5.0.29" : "5.4.1.5",
            ["capabilities"] = new JsonArray("hints", "stock", "tracking", "notes"),
            ["atomicStock"] = AddOnSettings.Of(shop.Rows.Unit).AtomicStock,
            ["clock"] = DateTimeOffset.FromUnixTimeSeconds(shop.Now).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
    }
}
