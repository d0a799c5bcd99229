using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Products.Wire;

/// <summary>Texts of a row in one language.</summary>
internal sealed record StoredText
{
    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("briefDescription")]
    public string? ShortDescription { get; init; }

    /// <summary>Text of an attribute's value.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; init; }
}
