using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Customers.Wire;

/// <summary>A row of the shop's list of states; lists do not show its country.</summary>
internal sealed record StoredState(
    [property: JsonPropertyName("state_id")] long Id,
    [property: JsonPropertyName("code")] string? Code,
    [property: JsonPropertyName("state")] string? Name);
