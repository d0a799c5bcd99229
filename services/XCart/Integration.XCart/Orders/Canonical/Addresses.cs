using System.Text.Json;
using Integration.Contracts.Customers;
using Integration.XCart.Orders.Wire;

namespace Integration.XCart.Orders.Canonical;

/// <summary>Addresses as the shop shows them. The second line, the company and other fields exist only where a merchant added them.</summary>
internal static class Addresses
{
    private static readonly string[] Company = ["company", "company_name", "companyName"];
    private static readonly string[] SecondLine = ["address2", "address_2", "street2", "address_line_2"];
    private static readonly string[] NotFields = ["isDefaultShippingAddress", "isDefaultBillingAddress"];

    /// <summary>The canonical address.</summary>
    public static Address Of(ShownAddress shown) => new()
    {
        FirstName = Text(shown.FirstName),
        LastName = Text(shown.LastName),
        Company = Other(shown, Company),
        Street = Text(shown.Street),
        Street2 = Other(shown, SecondLine),
        City = Text(shown.City),
        PostalCode = Text(shown.PostalCode),
        State = Text(shown.State),
        Country = Text(shown.Country).ToUpperInvariant(),
        Phone = Text(shown.Phone),
    };

    /// <summary>The merchant's own address fields that have no canonical place, by service name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> FieldsOf(ShownAddress shown) =>
        from other in shown.Others
        where !Company.Contains(other.Key) && !SecondLine.Contains(other.Key) && !NotFields.Contains(other.Key)
        let text = Scalar(other.Value)
        where text.Length > 0
        select KeyValuePair.Create(other.Key, text);

    private static string Other(ShownAddress shown, string[] names) =>
        names.Select(name => shown.Others.TryGetValue(name, out var value) ? Scalar(value) : "").FirstOrDefault(text => text.Length > 0) ?? "";

    private static string Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value.GetString()),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => "",
    };

    private static string Text(string? text) => text?.Trim() ?? "";
}
