using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Customers.Wire;

/// <summary>An entry of an address book as stored.</summary>
internal sealed record StoredEntry
{
    [JsonPropertyName("address_id")]
    public required long Id { get; init; }

    [JsonPropertyName("is_billing")]
    public bool IsBilling { get; init; }

    [JsonPropertyName("is_shipping")]
    public bool IsShipping { get; init; }
}
