using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;

namespace Integration.Connectors.Lanes.Status;

/// <summary>The shop's codes by the pair's lookups.</summary>
internal static class StatusCodes
{
    /// <summary>The code of a row; null when the pair names none.</summary>
    public static string? Of(PairDefinition? pair, string lookup, string row) =>
        pair?.Lookups[lookup] is JsonObject table && table[row] is JsonValue value && value.TryGetValue<string>(out var code) && code.Length > 0 ? code : null;
}
