using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Orders.Wire;

/// <summary>A coupon used by an order.</summary>
internal sealed record CouponOutput([property: JsonPropertyName("code")] string? Code);
