using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Orders.Wire;

/// <summary>A name and its value: a merchant's own address field, or a detail of an order.</summary>
internal sealed record FieldOutput(
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("value")] string? Value);
