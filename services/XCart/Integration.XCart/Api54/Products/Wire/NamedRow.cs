using System.Text.Json.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.Api54.Products.Wire;

/// <summary>A row that is little more than a name: a membership, a tax class. Lists show no names.</summary>
internal sealed record NamedRow
{
    [JsonPropertyName("id")]
    public long? PlainId { get; init; }

    [JsonPropertyName("membership_id")]
    public long? MembershipId { get; init; }

    [JsonPropertyName("translations"), JsonConverter(typeof(PhpList<StoredText>))]
    public IReadOnlyList<StoredText> Texts { get; init; } = [];

    [JsonIgnore]
    public long Id => MembershipId ?? PlainId ?? 0;
}
