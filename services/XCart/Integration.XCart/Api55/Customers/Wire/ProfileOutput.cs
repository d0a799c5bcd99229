using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Customers.Wire;

/// <summary>A profile. It does not say whether it is an account or the row that the shop keeps for a guest's e-mail.</summary>
internal sealed record ProfileOutput
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("login")]
    public string? Login { get; init; }

    /// <summary>0 for customers, 100 for administrators.</summary>
    [JsonPropertyName("access_level")]
    public int AccessLevel { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }

    [JsonPropertyName("language")]
    public string? Language { get; init; }

    [JsonPropertyName("membership_id")]
    public long? MembershipId { get; init; }

    [JsonPropertyName("create_date")]
    public DateTimeOffset? CreatedAt { get; init; }

    [JsonPropertyName("first_login_date")]
    public DateTimeOffset? FirstLogin { get; init; }

    [JsonPropertyName("last_login_date")]
    public DateTimeOffset? LastLogin { get; init; }

    /// <summary>True when someone logged in with it, which no guest can.</summary>
    [JsonIgnore]
    public bool EverLoggedIn => FirstLogin is not null || LastLogin is not null;
}
