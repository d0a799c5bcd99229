using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Orders.Wire;

/// <summary>An address of a shown order. Merchants add fields of their own, which come under their service names.</summary>
internal sealed record ShownAddress
{
    [JsonPropertyName("firstname")]
    public string? FirstName { get; init; }

    [JsonPropertyName("lastname")]
    public string? LastName { get; init; }

    [JsonPropertyName("address")]
    public string? Street { get; init; }

    [JsonPropertyName("city")]
    public string? City { get; init; }

    /// <summary>A code where the country has a list of states, else what the customer typed.</summary>
    [JsonPropertyName("state")]
    public string? State { get; init; }

    [JsonPropertyName("zipcode")]
    public string? PostalCode { get; init; }

    [JsonPropertyName("country")]
    public string? Country { get; init; }

    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement> Others { get; init; } = [];
}
