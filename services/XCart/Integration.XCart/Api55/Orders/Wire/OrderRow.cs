using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Orders.Wire;

/// <summary>What a sweep needs of a row of the order list. The shop gives whole orders there.</summary>
internal record OrderRow
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    /// <summary>Null or empty for carts and orders that were never finished.</summary>
    [JsonPropertyName("order_number")]
    public string? Number { get; init; }

    [JsonPropertyName("create_date")]
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>The last change of the order's own row (lastRenewDate).</summary>
    [JsonPropertyName("update_date")]
    public required DateTimeOffset ChangedAt { get; init; }

    [JsonPropertyName("payment_status")]
    public StatusOutput? PaymentStatus { get; init; }

    [JsonPropertyName("shipping_status")]
    public StatusOutput? ShippingStatus { get; init; }
}
