using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Catalogue;

/// <summary>What the map of SKUs needs of a product, or of a variant, whose SKU may be missing.</summary>
internal sealed record ProductOutput(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("sku")] string? Sku);
