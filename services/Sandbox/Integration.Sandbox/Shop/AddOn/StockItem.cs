using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.AddOn;

/// <summary>One level to set.</summary>
/// <param name="Product">The product's id.</param>
/// <param name="Variant">The variant's id, or null for the product's own level.</param>
/// <param name="From">What the level must be.</param>
/// <param name="To">What it becomes.</param>
internal sealed record StockItem(long Product, long? Variant, long From, long To)
{
    private const int Most = 500;

    /// <exception cref="BridgeRefusedException">400: one of them cannot be understood.</exception>
    public static IReadOnlyList<StockItem> ReadAll(JsonObject body) =>
        body["items"] is JsonArray { Count: >= 1 and <= Most } items
            ? [.. items.Select((item, i) => Read(item, $"items[{i}]"))]
            : throw BridgeRefusedException.BadRequest("items", $"'items' must be a list of 1 to {Most} items.");

    private static StockItem Read(JsonNode? node, string path)
    {
        if (node is not JsonObject item)
        {
            throw BridgeRefusedException.BadRequest(path, "An item must be an object.");
        }

        return new StockItem(
            Number("product", 1),
            item["variant"] is null ? null : Number("variant", 1),
            Number("from", 0),
            Number("to", 0));

        long Number(string name, long least) => BridgeNumbers.Whole(item[name], $"{path}.{name}", name, least);
    }
}
