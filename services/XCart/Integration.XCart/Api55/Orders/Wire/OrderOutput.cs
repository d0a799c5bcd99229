using System.Text.Json.Serialization;
using Integration.XCart.Api;
using Integration.XCart.Orders;

namespace Integration.XCart.Api55.Orders.Wire;

/// <summary>One order (OrderOutput and BaseOutput of 5.5.0.29). Add-ons add fields, and fields of theirs are missing where they are off.</summary>
internal sealed record OrderOutput : OrderRow
{
    [JsonPropertyName("total")]
    public decimal Total { get; init; }

    /// <summary>ISO 4217.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>The account, or the guest's row; the last thing that a new order gets. Until then the shop shows the order's own copy here.</summary>
    [JsonPropertyName("customer_id")]
    public long? CustomerId { get; init; }

    /// <summary>The order's own copy of the customer.</summary>
    [JsonPropertyName("order_profile_id")]
    public long? ProfileId { get; init; }

    [JsonPropertyName("shipping_id")]
    public long? ShippingId { get; init; }

    [JsonPropertyName("shipping_method_name")]
    public string? ShippingMethodName { get; init; }

    [JsonPropertyName("notes")]
    public string? Notes { get; init; }

    [JsonPropertyName("admin_notes")]
    public string? AdminNotes { get; init; }

    [JsonPropertyName("stock_status")]
    public string? StockStatus { get; init; }

    [JsonPropertyName("billing_address")]
    public AddressOutput? Billing { get; init; }

    /// <summary>The customer's, even when nothing is shipped.</summary>
    [JsonPropertyName("shipping_address")]
    public AddressOutput? Shipping { get; init; }

    [JsonPropertyName("items"), JsonConverter(typeof(PhpList<ItemOutput>))]
    public IReadOnlyList<ItemOutput> Items { get; init; } = [];

    [JsonPropertyName("surcharges"), JsonConverter(typeof(PhpList<Surcharge>))]
    public IReadOnlyList<Surcharge> Surcharges { get; init; } = [];

    [JsonPropertyName("tracking_numbers"), JsonConverter(typeof(PhpList<TrackingOutput>))]
    public IReadOnlyList<TrackingOutput> TrackingNumbers { get; init; } = [];

    /// <summary>Missing when the coupons add-on is off.</summary>
    [JsonPropertyName("used_coupons"), JsonConverter(typeof(PhpList<CouponOutput>))]
    public IReadOnlyList<CouponOutput> Coupons { get; init; } = [];

    /// <summary>5.4 shows no shipping address, method and surcharge when nothing is shipped; here only the latter two tell.</summary>
    [JsonIgnore]
    public bool IsShipped => ShippingId is > 0 || !string.IsNullOrEmpty(ShippingMethodName) || Surcharges.Any(surcharge => surcharge.Type == "shipping");

    [JsonIgnore]
    public Placement Placement => new(Number, ShippingStatus?.Code, StockStatus, PlacedAt, CustomerId is not null && CustomerId != ProfileId);
}
