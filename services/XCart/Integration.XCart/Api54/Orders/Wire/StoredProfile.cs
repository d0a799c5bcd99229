using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Orders.Wire;

/// <summary>Who a stored order belongs to. The password hash beside these fields is deliberately not read.</summary>
internal sealed record StoredProfile
{
    [JsonPropertyName("profile_id")]
    public required long Id { get; init; }

    [JsonPropertyName("login")]
    public string? Email { get; init; }

    [JsonPropertyName("anonymous")]
    public bool Anonymous { get; init; }
}
