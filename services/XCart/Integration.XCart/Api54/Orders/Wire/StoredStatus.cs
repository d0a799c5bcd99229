using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Orders.Wire;

/// <summary>A payment or shipping status of a stored order.</summary>
/// <param name="Code">The code; the same letter means different things on the two axes.</param>
internal sealed record StoredStatus([property: JsonPropertyName("code")] string? Code);
