using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Products.Wire;

/// <summary>The product that a row belongs to.</summary>
internal sealed record ProductId
{
    [JsonPropertyName("product_id")]
    public required long Id { get; init; }
}
