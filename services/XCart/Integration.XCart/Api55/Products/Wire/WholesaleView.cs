using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Products.Wire;

/// <summary>A wholesale price; its membership is an id.</summary>
internal sealed record WholesaleView
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("price")]
    public decimal Price { get; init; }

    [JsonPropertyName("quantity_range_begin")]
    public int From { get; init; } = 1;

    [JsonPropertyName("membership")]
    public long? Membership { get; init; }
}
