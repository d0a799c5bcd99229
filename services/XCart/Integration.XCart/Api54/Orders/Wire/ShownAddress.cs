using System.Text.Json;
using System.Text.Json.Serialization;
using Integration.XCart.Orders;

namespace Integration.XCart.Api54.Orders.Wire;

/// <summary>An address of a shown order or profile. Merchants add fields of their own, which come under their service names.</summary>
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

    /// <summary>Where goods go unless the customer says otherwise.</summary>
    [JsonPropertyName("isDefaultShippingAddress")]
    public bool IsShipping { get; init; }

    /// <summary>Where invoices go unless the customer says otherwise.</summary>
    [JsonPropertyName("isDefaultBillingAddress")]
    public bool IsBilling { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement> Others { get; init; } = [];

    /// <summary>The address as both APIs show it.</summary>
    public ShopAddress ToShop() => new()
    {
        FirstName = FirstName,
        LastName = LastName,
        Street = Street,
        City = City,
        State = State,
        PostalCode = PostalCode,
        Country = Country,
        Phone = Phone,
        Others = Others.ToDictionary(other => other.Key, other => Scalar(other.Value), StringComparer.Ordinal),
    };

    private static string Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => "",
    };
}
