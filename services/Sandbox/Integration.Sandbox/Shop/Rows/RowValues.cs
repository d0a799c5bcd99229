using System.Globalization;
using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Rows;

/// <summary>Reads and makes the values of a row. X-Cart is loose about types, so numbers may come as text.</summary>
internal static class RowValues
{
    public static string Text(this JsonObject row, string name) => row[name] is { } node ? AsText(node) : "";

    public static long Long(this JsonObject row, string name) => (long)row.Amount(name);

    public static bool Flag(this JsonObject row, string name) => row[name] is { } node && AsText(node) is "true" or "1";

    public static decimal Amount(this JsonObject row, string name) =>
        row[name] is { } node && decimal.TryParse(AsText(node), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : 0;

    public static JsonArray Rows(this JsonObject row, string name) => row[name] as JsonArray ?? [];

    public static string AsText(JsonNode node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToJsonString();

    /// <summary>A number as PHP prints it: no trailing zeros.</summary>
    public static JsonValue Number(decimal value) => JsonValue.Create(value / 1.0000000000000000000000000000m);

    /// <summary>A binary float as PHP prints it (shortest text that reads back the same), artefacts included.</summary>
    public static JsonValue Float(double value) => JsonValue.Create(value);

    /// <summary>ISO 8601 as PHP's <c>date('c')</c> in a store that runs in UTC.</summary>
    public static string Iso(long unixSeconds) =>
        DateTimeOffset.FromUnixTimeSeconds(unixSeconds).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
