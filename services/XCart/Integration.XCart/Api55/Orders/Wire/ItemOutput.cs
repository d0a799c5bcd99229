using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Orders.Wire;

/// <summary>A line of an order. It holds neither its subtotal nor the chosen options.</summary>
internal sealed record ItemOutput
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("sku")]
    public string? Sku { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("amount")]
    public required decimal Amount { get; init; }

    /// <summary>Price of one unit without what options cost.</summary>
    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    /// <summary>Price of one unit with its options.</summary>
    [JsonPropertyName("item_net_price")]
    public decimal? NetPrice { get; init; }
}
