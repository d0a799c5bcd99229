using System.Text.Json.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.Api54.Products.Wire;

/// <summary>A variant (add-on XC\ProductVariants); a list does not show its product.</summary>
internal sealed record StoredVariant
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("sku")]
    public string? Sku { get; init; }

    [JsonPropertyName("price")]
    public decimal Price { get; init; }

    [JsonPropertyName("defaultPrice")]
    public bool DefaultPrice { get; init; }

    [JsonPropertyName("weight")]
    public decimal Weight { get; init; }

    [JsonPropertyName("defaultWeight")]
    public bool DefaultWeight { get; init; }

    /// <summary>The options' values that make it; shown by itself only.</summary>
    [JsonPropertyName("attributeValueS"), JsonConverter(typeof(PhpList<StoredValue>))]
    public IReadOnlyList<StoredValue> SelectValues { get; init; } = [];

    [JsonPropertyName("attributeValueC"), JsonConverter(typeof(PhpList<StoredValue>))]
    public IReadOnlyList<StoredValue> CheckboxValues { get; init; } = [];

    [JsonPropertyName("product")]
    public ProductId? Product { get; init; }
}
