using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Products.Wire;

/// <summary>An option that a product has as a value of an attribute.</summary>
internal sealed record SelectValueView
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("option")]
    public OptionView? Option { get; init; }
}
