using System.Text.Json.Serialization;

namespace Integration.XCart.AddOn;

/// <summary>The answer to both stock calls.</summary>
internal sealed record StockAnswer
{
    [JsonPropertyName("items")]
    public IReadOnlyList<StockRow> Items { get; init; } = [];
}
