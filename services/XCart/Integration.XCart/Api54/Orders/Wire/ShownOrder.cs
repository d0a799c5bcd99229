using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Orders.Wire;

/// <summary>One order in the complex schema, as the shop shows it. Read only for what the default schema lacks: addresses, options, details.</summary>
internal sealed record ShownOrder
{
    [JsonPropertyName("orderId")]
    public required long Id { get; init; }

    [JsonPropertyName("orderNumber")]
    public string? Number { get; init; }

    [JsonPropertyName("total")]
    public decimal Total { get; init; }

    /// <summary>ISO 8601; the same moment as the default schema's lastRenewDate.</summary>
    [JsonPropertyName("updateDate")]
    public DateTimeOffset? ChangedAt { get; init; }

    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>ISO 8601; the same moment as the default schema's date.</summary>
    [JsonPropertyName("orderDate")]
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>The code; empty for carts.</summary>
    [JsonPropertyName("paymentStatus")]
    public string? PaymentCode { get; init; }

    /// <summary>The code; empty for carts.</summary>
    [JsonPropertyName("shippingStatus")]
    public string? ShippingCode { get; init; }

    [JsonPropertyName("items")]
    public IReadOnlyList<ShownItem> Items { get; init; } = [];

    [JsonPropertyName("billingInfo")]
    public ShownAddress? Billing { get; init; }

    /// <summary>Null when nothing is shipped.</summary>
    [JsonPropertyName("shippingInfo")]
    public ShownAddress? Shipping { get; init; }

    [JsonPropertyName("paymentMethod")]
    public string? PaymentMethod { get; init; }

    [JsonPropertyName("shippingMethod")]
    public string? ShippingMethod { get; init; }

    [JsonPropertyName("details")]
    public IReadOnlyList<ShownDetail>? Details { get; init; }
}
