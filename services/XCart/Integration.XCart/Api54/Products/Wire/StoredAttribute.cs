using System.Text.Json.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.Api54.Products.Wire;

/// <summary>An attribute; within its product it shows neither name nor options.</summary>
internal sealed record StoredAttribute
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    /// <summary><c>T</c> for texts, <c>S</c> for options.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("attribute_options"), JsonConverter(typeof(PhpList<NamedRow>))]
    public IReadOnlyList<NamedRow> Options { get; init; } = [];

    [JsonPropertyName("translations"), JsonConverter(typeof(PhpList<StoredText>))]
    public IReadOnlyList<StoredText> Texts { get; init; } = [];
}
