using System.Text.Json.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.Api55.Products.Wire;

/// <summary>A product as the API shows it.</summary>
internal sealed record ProductView
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("sku")]
    public string? Sku { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("brief_description")]
    public string? ShortDescription { get; init; }

    [JsonPropertyName("price")]
    public decimal Price { get; init; }

    [JsonPropertyName("weight")]
    public decimal Weight { get; init; }

    [JsonPropertyName("enabled")]
    public bool Enabled { get; init; }

    [JsonPropertyName("taxable")]
    public bool Taxable { get; init; } = true;

    [JsonPropertyName("inventory_traceable")]
    public bool InventoryTraceable { get; init; } = true;

    [JsonPropertyName("update_date")]
    public DateTimeOffset? UpdatedAt { get; init; }

    [JsonPropertyName("tax_class")]
    public NamedView? TaxClass { get; init; }

    [JsonPropertyName("product_class")]
    public NamedView? Class { get; init; }

    [JsonPropertyName("images"), JsonConverter(typeof(PhpList<ImageView>))]
    public IReadOnlyList<ImageView> Images { get; init; } = [];
}
