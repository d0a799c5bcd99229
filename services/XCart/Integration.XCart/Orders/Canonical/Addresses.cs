using Integration.Contracts.Customers;

namespace Integration.XCart.Orders.Canonical;

/// <summary>Addresses as the shop shows them. The second line, the company and other fields exist only where a merchant added them.</summary>
internal static class Addresses
{
    private static readonly string[] Company = ["company", "company_name", "companyName"];
    private static readonly string[] SecondLine = ["address2", "address_2", "street2", "address_line_2"];

    /// <summary>The canonical address.</summary>
    public static Address Of(ShopAddress shown) => new()
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
    public static IEnumerable<KeyValuePair<string, string>> FieldsOf(ShopAddress shown) =>
        from other in shown.Others
        where !Company.Contains(other.Key) && !SecondLine.Contains(other.Key)
        let text = Text(other.Value)
        where text.Length > 0
        select KeyValuePair.Create(other.Key, text);

    private static string Other(ShopAddress shown, string[] names) =>
        names.Select(name => Text(shown.Others.GetValueOrDefault(name))).FirstOrDefault(text => text.Length > 0) ?? "";

    private static string Text(string? text) => text?.Trim() ?? "";
}
