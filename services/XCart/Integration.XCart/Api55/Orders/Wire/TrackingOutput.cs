using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Orders.Wire;

/// <summary>A tracking number of an order.</summary>
internal sealed record TrackingOutput([property: JsonPropertyName("value")] string? Value);
