using System.Text.Json.Serialization;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;

namespace Integration.XCart.Api54.Customers.Wire;

/// <summary>A profile as shown, with its address book. The password hash beside these fields is deliberately not read.</summary>
internal sealed record ShownAccount
{
    [JsonPropertyName("profileId")]
    public required long Id { get; init; }

    [JsonPropertyName("login")]
    public string? Login { get; init; }

    [JsonPropertyName("addedDate")]
    public DateTimeOffset? AddedAt { get; init; }

    /// <summary>The membership's name; empty for none.</summary>
    [JsonPropertyName("membership")]
    public string? Membership { get; init; }

    [JsonPropertyName("addresses"), JsonConverter(typeof(PhpList<ShownAddress>))]
    public IReadOnlyList<ShownAddress> Addresses { get; init; } = [];
}
