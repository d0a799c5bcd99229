using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Orders.Wire;

/// <summary>The currency of a stored order.</summary>
/// <param name="Code">ISO 4217.</param>
internal sealed record StoredCurrency([property: JsonPropertyName("code")] string Code);
