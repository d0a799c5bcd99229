using System.Text.Json.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.Api54.Stock.Wire;

/// <summary>What a variant tells of its stock. Its product stands only in the reading of a single one.</summary>
internal sealed record VariantStock
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("sku")]
    public string? Sku { get; init; }

    [JsonPropertyName("amount")]
    public long Amount { get; init; }

    /// <summary>True when the variant's stock is its product's.</summary>
    [JsonPropertyName("defaultAmount"), JsonConverter(typeof(PhpFlag))]
    public bool FollowsProduct { get; init; }

    [JsonPropertyName("product")]
    public ProductStock? Product { get; init; }
}
