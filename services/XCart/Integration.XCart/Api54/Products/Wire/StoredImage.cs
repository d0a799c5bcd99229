using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Products.Wire;

/// <summary>A picture as stored.</summary>
internal sealed record StoredImage
{
    /// <summary>Kept by its address, and not in the shop's own folder.</summary>
    public const string ByAddress = "u";

    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("path")]
    public string? Path { get; init; }

    [JsonPropertyName("storageType")]
    public string? Storage { get; init; }

    /// <summary>The address that it was given by; null for a file of the shop.</summary>
    [JsonIgnore]
    public string? Url => Storage == ByAddress ? Path : null;
}
