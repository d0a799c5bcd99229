using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Connectors.Probing;

/// <summary>What a pair's lookup leads to.</summary>
public static class LookupValues
{
    /// <summary>The distinct values of a lookup, each with the codes that lead to it, in words.</summary>
    /// <param name="lookup">The lookup as the pair file has it; null for none.</param>
    public static IEnumerable<(string Value, string Codes)> Of(JsonNode? lookup)
    {
        IEnumerable<(string Code, JsonNode? Value)> rows = [.. (lookup?["codes"] as JsonObject ?? []).Select(row => ($"code '{row.Key}'", row.Value)), ("its default", lookup?["default"])];
        return rows.Where(row => row.Value?.GetValueKind() == JsonValueKind.String)
            .Select(row => (row.Code, Value: row.Value!.GetValue<string>())).Where(row => row.Value.Length > 0)
            .GroupBy(row => row.Value, row => row.Code, StringComparer.Ordinal).Select(value => (value.Key, string.Join(", ", value)));
    }
}
