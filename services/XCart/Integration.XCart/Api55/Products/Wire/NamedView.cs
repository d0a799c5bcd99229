using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Products.Wire;

/// <summary>A tax class, a product class or a membership.</summary>
internal sealed record NamedView
{
    [JsonPropertyName("id")]
    public long Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }
}
