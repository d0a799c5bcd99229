using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api;

/// <summary>Translated texts of a row. The shop has one language, so Accept-Language changes nothing.</summary>
internal static class Translation
{
    public static string Text(JsonObject? row, string name) => row?.Rows("translations").FirstOrDefault()?.AsObject().Text(name) ?? "";

    /// <summary>Sets texts of the shop's language, keeping the others.</summary>
    public static void Set(ShopUnit shop, JsonObject row, IEnumerable<KeyValuePair<string, string>> texts)
    {
        var kept = row.Rows("translations").DeepClone().AsArray();
        if (kept.Count == 0)
        {
            kept.Add(new JsonObject { ["label_id"] = shop.Rows.Unit.Next("translations"), ["code"] = "en" });
        }

        foreach (var (name, text) in texts)
        {
            kept[0]![name] = text;
        }

        row["translations"] = kept;
    }
}
