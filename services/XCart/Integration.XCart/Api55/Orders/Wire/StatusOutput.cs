using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Orders.Wire;

/// <summary>A payment or shipping status.</summary>
/// <param name="Code">At most four letters; the same letter means different things on the two axes.</param>
internal sealed record StatusOutput([property: JsonPropertyName("code")] string? Code);
