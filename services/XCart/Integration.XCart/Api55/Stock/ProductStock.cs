using System.Text.Json.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.Api55.Stock;

/// <summary>What a product, or a variant, tells of its stock.</summary>
internal sealed record ProductStock
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("sku")]
    public string? Sku { get; init; }

    [JsonPropertyName("amount")]
    public long? Amount { get; init; }

    /// <summary>False when the shop does not count the product; variants do not say.</summary>
    [JsonPropertyName("inventory_traceable")]
    public bool? Tracked { get; init; }

    /// <summary>True for a variant whose stock is its product's.</summary>
    [JsonPropertyName("default_amount"), JsonConverter(typeof(PhpFlag))]
    public bool FollowsProduct { get; init; }
}
