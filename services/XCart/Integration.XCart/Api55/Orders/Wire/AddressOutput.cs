using System.Text.Json.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.Api55.Orders.Wire;

/// <summary>An address of an order.</summary>
internal sealed record AddressOutput
{
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("firstname")]
    public string? FirstName { get; init; }

    [JsonPropertyName("lastname")]
    public string? LastName { get; init; }

    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    [JsonPropertyName("street")]
    public string? Street { get; init; }

    [JsonPropertyName("city")]
    public string? City { get; init; }

    [JsonPropertyName("zipcode")]
    public string? PostalCode { get; init; }

    [JsonPropertyName("country_code")]
    public string? Country { get; init; }

    /// <summary>The shop's number of the state, null or 0 where the customer typed it. The API has no list of these.</summary>
    [JsonPropertyName("state")]
    public long? StateId { get; init; }

    [JsonPropertyName("state_name")]
    public string? StateName { get; init; }

    [JsonPropertyName("custom_fields"), JsonConverter(typeof(PhpList<FieldOutput>))]
    public IReadOnlyList<FieldOutput> CustomFields { get; init; } = [];
}
