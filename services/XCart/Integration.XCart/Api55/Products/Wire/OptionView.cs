using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Products.Wire;

/// <summary>An option of an attribute.</summary>
internal sealed record OptionView
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("value")]
    public string? Value { get; init; }
}
