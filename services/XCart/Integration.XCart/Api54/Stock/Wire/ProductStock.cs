using System.Text.Json.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.Api54.Stock.Wire;

/// <summary>What a product tells of its stock.</summary>
internal sealed record ProductStock
{
    [JsonPropertyName("product_id")]
    public required long Id { get; init; }

    [JsonPropertyName("sku")]
    public string? Sku { get; init; }

    [JsonPropertyName("amount")]
    public long Amount { get; init; }

    /// <summary>False when the shop does not count the product.</summary>
    [JsonPropertyName("inventoryEnabled"), JsonConverter(typeof(PhpFlag))]
    public bool Tracked { get; init; }
}
