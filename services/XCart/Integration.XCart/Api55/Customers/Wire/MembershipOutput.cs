using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Customers.Wire;

/// <summary>A membership.</summary>
internal sealed record MembershipOutput(
    [property: JsonPropertyName("id")] long? Id,
    [property: JsonPropertyName("membership_id")] long? MembershipId,
    [property: JsonPropertyName("name")] string? Name);
