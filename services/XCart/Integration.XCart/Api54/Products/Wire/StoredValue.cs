using System.Text.Json.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.Api54.Products.Wire;

/// <summary>A product's value of an attribute: a text, or an option. Within its product it shows its id only.</summary>
internal sealed record StoredValue
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("attribute")]
    public NamedRow? Attribute { get; init; }

    [JsonPropertyName("attribute_option")]
    public NamedRow? Option { get; init; }

    [JsonPropertyName("translations"), JsonConverter(typeof(PhpList<StoredText>))]
    public IReadOnlyList<StoredText> Texts { get; init; } = [];
}
