using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Orders.Wire;

/// <summary>A line of a stored order.</summary>
internal sealed record StoredItem
{
    [JsonPropertyName("item_id")]
    public required long Id { get; init; }

    [JsonPropertyName("sku")]
    public string? Sku { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("amount")]
    public required decimal Amount { get; init; }

    /// <summary>The line with its options, before order discounts; <c>price</c> leaves out what options cost and is not read.</summary>
    [JsonPropertyName("subtotal")]
    public required decimal Subtotal { get; init; }
}
