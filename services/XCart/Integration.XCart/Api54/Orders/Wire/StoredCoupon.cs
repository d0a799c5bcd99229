using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Orders.Wire;

/// <summary>A coupon used by a stored order.</summary>
/// <param name="Code">What the customer typed.</param>
internal sealed record StoredCoupon([property: JsonPropertyName("code")] string Code);
