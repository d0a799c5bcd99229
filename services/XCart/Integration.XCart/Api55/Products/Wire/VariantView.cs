using System.Text.Json.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.Api55.Products.Wire;

/// <summary>A variant.</summary>
internal sealed record VariantView
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("sku")]
    public string? Sku { get; init; }

    [JsonPropertyName("price")]
    public decimal Price { get; init; }

    [JsonPropertyName("default_price")]
    public bool DefaultPrice { get; init; }

    [JsonPropertyName("weight")]
    public decimal Weight { get; init; }

    [JsonPropertyName("default_weight")]
    public bool DefaultWeight { get; init; }

    /// <summary>Ids of the options' values that make it.</summary>
    [JsonPropertyName("attribute_select_values"), JsonConverter(typeof(PhpList<long>))]
    public IReadOnlyList<long> SelectValues { get; init; } = [];

    [JsonPropertyName("attribute_checkbox_values"), JsonConverter(typeof(PhpList<long>))]
    public IReadOnlyList<long> CheckboxValues { get; init; } = [];

    /// <summary>All values that make it.</summary>
    [JsonIgnore]
    public IReadOnlyList<long> Values => [.. SelectValues, .. CheckboxValues.Select(value => -value)];
}
