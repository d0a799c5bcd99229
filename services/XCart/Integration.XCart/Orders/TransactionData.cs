using System.Text.Json.Serialization;

namespace Integration.XCart.Orders;

/// <summary>A cell that a payment add-on left on a transaction; both APIs name it alike.</summary>
internal sealed record TransactionData
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("value")]
    public string? Value { get; init; }

    /// <summary>The cells by name; the last of several wins.</summary>
    public static IReadOnlyDictionary<string, string> ByName(IEnumerable<TransactionData>? cells)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in cells ?? []) named[cell.Name ?? ""] = cell.Value ?? "";
        return named;
    }
}
