using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;

namespace Integration.Tests.Unit.XCart;

/// <summary>Valid pairs and connections of an X-Cart shop.</summary>
internal static class ShopPairs
{
    /// <summary>A shop of 5.4, unless the settings name another API.</summary>
    public static ConnectionDefinition Shop(JsonObject? settings = null)
    {
        var all = settings ?? [];
        if (!all.ContainsKey("api")) all["api"] = "5.4";
        return new ConnectionDefinition { Name = "xc1", Kind = "xcart", Url = new Uri("https://shop.example.com/store"), Settings = all, File = "pairs/test.json" };
    }

    /// <summary>A shop of 5.5.</summary>
    public static ConnectionDefinition Shop55(JsonObject? settings = null)
    {
        var all = settings ?? [];
        all["api"] = "5.5";
        return Shop(all);
    }

    public static PairDefinition Pair(string zone = "Europe/Berlin", JsonObject? lookups = null) => new()
    {
        Name = "xcart-acumatica",
        Mode = PairMode.Live,
        From = DateTimeOffset.UnixEpoch,
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone),
        StorefrontCode = "XC1",
        Storefront = Shop(),
        Erp = new ConnectionDefinition { Name = "acu", Kind = "acumatica", Url = new Uri("https://erp.example.com") },
        Lookups = lookups ?? [],
    };
}
