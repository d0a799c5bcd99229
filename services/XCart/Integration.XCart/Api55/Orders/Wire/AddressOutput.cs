using System.Text.Json.Serialization;
using Integration.Connectors.Pairs;
using Integration.XCart.Api;
using Integration.XCart.Orders;

namespace Integration.XCart.Api55.Orders.Wire;

/// <summary>An address of an order or profile.</summary>
internal sealed record AddressOutput
{
    [JsonPropertyName("id")]
    public long Id { get; init; }

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

    /// <summary>Where invoices go unless the customer says otherwise.</summary>
    [JsonPropertyName("is_billing")]
    public bool IsBilling { get; init; }

    /// <summary>Where goods go unless the customer says otherwise.</summary>
    [JsonPropertyName("is_shipping")]
    public bool IsShipping { get; init; }

    /// <summary>The address as both APIs show it.</summary>
    public ShopAddress ToShop(PairDefinition pair) => new()
    {
        FirstName = FirstName,
        LastName = LastName,
        Street = Street,
        City = City,
        State = StateCodes.CodeOf(this, pair),
        PostalCode = PostalCode,
        Country = Country,
        Phone = Phone,
        Others = NamedFields(),
    };

    private Dictionary<string, string> NamedFields()
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = Title ?? "" };
        foreach (var field in CustomFields.Where(field => field.Name is { Length: > 0 })) fields[field.Name!] = field.Value ?? "";
        return fields;
    }
}
