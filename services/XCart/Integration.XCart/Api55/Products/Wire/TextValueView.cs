using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Products.Wire;

/// <summary>A product's value of a text attribute.</summary>
internal sealed record TextValueView
{
    [JsonPropertyName("value")]
    public string? Value { get; init; }
}
