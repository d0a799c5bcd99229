using System.Text.Json.Nodes;

namespace Integration.Run.Demo;

/// <summary>The lines of an order as pieces by SKU, whichever side holds it.</summary>
internal static class DemoLines
{
    public static IReadOnlyDictionary<string, decimal> Of(JsonNode lines, string sku, string quantity) => lines.AsArray().Where(line => line![sku] is not null)
        .GroupBy(line => line![sku]!.ToString(), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Sum(line => line![quantity]!.GetValue<decimal>()), StringComparer.Ordinal);

    /// <summary>True when both hold the same pieces of the same SKUs.</summary>
    public static bool AreEqual(IReadOnlyDictionary<string, decimal> left, IReadOnlyDictionary<string, decimal> right) =>
        left.Count == right.Count && left.All(line => right.TryGetValue(line.Key, out var quantity) && quantity == line.Value);
}
