using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Orders.Wire;

/// <summary>What tells an account from a guest's row; the API does not say it outright.</summary>
internal sealed record LoginOutput
{
    [JsonPropertyName("first_login_date")]
    public DateTimeOffset? FirstLogin { get; init; }

    [JsonPropertyName("last_login_date")]
    public DateTimeOffset? LastLogin { get; init; }
}
