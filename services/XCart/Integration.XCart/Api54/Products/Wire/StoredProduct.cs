using System.Text.Json.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.Api54.Products.Wire;

/// <summary>A product as stored.</summary>
internal sealed record StoredProduct
{
    [JsonPropertyName("product_id")]
    public required long Id { get; init; }

    [JsonPropertyName("sku")]
    public string? Sku { get; init; }

    [JsonPropertyName("price")]
    public decimal Price { get; init; }

    [JsonPropertyName("weight")]
    public decimal Weight { get; init; }

    [JsonPropertyName("enabled")]
    public bool Enabled { get; init; }

    [JsonPropertyName("taxable")]
    public bool Taxable { get; init; } = true;

    [JsonPropertyName("inventoryEnabled")]
    public bool InventoryEnabled { get; init; } = true;

    [JsonPropertyName("updateDate")]
    public DateTimeOffset UpdatedAt { get; init; }

    [JsonPropertyName("translations"), JsonConverter(typeof(PhpList<StoredText>))]
    public IReadOnlyList<StoredText> Texts { get; init; } = [];

    [JsonPropertyName("taxClass")]
    public NamedRow? TaxClass { get; init; }

    [JsonPropertyName("variants"), JsonConverter(typeof(PhpList<StoredVariant>))]
    public IReadOnlyList<StoredVariant> Variants { get; init; } = [];

    [JsonPropertyName("images"), JsonConverter(typeof(PhpList<StoredImage>))]
    public IReadOnlyList<StoredImage> Images { get; init; } = [];

    /// <summary>Attributes that only this product has.</summary>
    [JsonPropertyName("attributes"), JsonConverter(typeof(PhpList<StoredAttribute>))]
    public IReadOnlyList<StoredAttribute> Attributes { get; init; } = [];

    [JsonPropertyName("attributeValueT"), JsonConverter(typeof(PhpList<StoredValue>))]
    public IReadOnlyList<StoredValue> TextValues { get; init; } = [];

    [JsonPropertyName("attributeValueS"), JsonConverter(typeof(PhpList<StoredValue>))]
    public IReadOnlyList<StoredValue> SelectValues { get; init; } = [];

    /// <summary>Null without the add-on CDev\Wholesale.</summary>
    [JsonPropertyName("wholesalePrices"), JsonConverter(typeof(PhpList<StoredWholesale>))]
    public IReadOnlyList<StoredWholesale> Wholesale { get; init; } = [];
}
