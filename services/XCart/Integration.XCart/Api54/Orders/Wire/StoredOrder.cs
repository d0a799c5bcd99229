using System.Text.Json.Serialization;
using Integration.XCart.Orders;

namespace Integration.XCart.Api54.Orders.Wire;

/// <summary>
/// One order in the default schema, as the shop stores it. Only what is needed is read: profiles carry password hashes,
/// which have no member here and so never become objects.
/// </summary>
internal sealed record StoredOrder : OrderRow
{
    [JsonPropertyName("total")]
    public decimal Total { get; init; }

    [JsonPropertyName("shipping_id")]
    public long? ShippingId { get; init; }

    [JsonPropertyName("shipping_method_name")]
    public string? ShippingMethodName { get; init; }

    [JsonPropertyName("notes")]
    public string? Notes { get; init; }

    [JsonPropertyName("adminNotes")]
    public string? AdminNotes { get; init; }

    [JsonPropertyName("currency")]
    public StoredCurrency? Currency { get; init; }

    [JsonPropertyName("paymentStatus")]
    public StoredStatus? PaymentStatus { get; init; }

    [JsonPropertyName("shippingStatus")]
    public StoredStatus? ShippingStatus { get; init; }

    /// <summary>The order's own copy of the customer.</summary>
    [JsonPropertyName("profile")]
    public StoredProfile? Profile { get; init; }

    /// <summary>The account, or the guest's row that the shop reuses per e-mail; the last thing that a new order gets.</summary>
    [JsonPropertyName("orig_profile")]
    public StoredProfile? Customer { get; init; }

    [JsonPropertyName("items")]
    public IReadOnlyList<StoredItem> Items { get; init; } = [];

    [JsonPropertyName("surcharges")]
    public IReadOnlyList<Surcharge> Surcharges { get; init; } = [];

    [JsonPropertyName("payment_transactions")]
    public IReadOnlyList<StoredTransaction> Transactions { get; init; } = [];

    [JsonPropertyName("trackingNumbers")]
    public IReadOnlyList<StoredTracking> TrackingNumbers { get; init; } = [];

    /// <summary>Null when the coupons add-on is off.</summary>
    [JsonPropertyName("usedCoupons")]
    public IReadOnlyList<StoredCoupon>? Coupons { get; init; }

    [JsonIgnore]
    public Placement Placement => new(Number, ShippingStatus?.Code, StockStatus, DateTimeOffset.FromUnixTimeSeconds(PlacedAt), Customer is not null);
}
