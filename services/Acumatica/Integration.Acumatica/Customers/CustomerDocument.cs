using System.Text.Json.Nodes;
using Integration.Contracts.Customers;
using Integration.Contracts.Orders;

namespace Integration.Acumatica.Customers;

/// <summary>The customer that an order needs, as a plain document.</summary>
internal static class CustomerDocument
{
    /// <summary>Name, class, contact and address from the order's billing address; currency may be chosen per document.</summary>
    public static JsonObject Of(Order order, AcumaticaSettings settings)
    {
        var address = order.BillingAddress;
        var name = Name(order.Customer, address);
        var document = new JsonObject
        {
            ["CustomerName"] = Cut(address.Company.Trim() is { Length: > 0 } company ? company : name, 60),
            ["EnableCurrencyOverride"] = true,
            ["EnableRateOverride"] = true,
            ["MainContact"] = new JsonObject
            {
                ["Email"] = order.Customer.NormalisedEmail,
                ["Attention"] = Cut(name, 255),
                ["Phone1"] = Cut(address.Phone, 50),
                ["Address"] = Address(address),
            },
        };
        if (settings.CustomerClass is { } customerClass) document["CustomerClass"] = customerClass;
        if (order.Customer.Id is { Length: > 0 } id) document["AccountRef"] = Cut($"{id}-{order.Storefront}", 50);
        return document;
    }

    private static string Name(CustomerIdentity customer, Address address)
    {
        var name = $"{customer.FirstName} {customer.LastName}".Trim();
        if (name.Length == 0) name = address.FullName;
        return name.Length > 0 ? name : customer.NormalisedEmail;
    }

    private static JsonObject Address(Address address) => new()
    {
        ["AddressLine1"] = Cut(address.Street, 50),
        ["AddressLine2"] = Cut(address.Street2, 50),
        ["City"] = Cut(address.City, 50),
        ["PostalCode"] = Cut(address.PostalCode, 20),
        ["State"] = Cut(address.State, 50),
        ["Country"] = address.Country,
    };

    private static string Cut(string text, int most)
    {
        var trimmed = text.Trim();
        if (trimmed.Length <= most) return trimmed;
        return trimmed[..(char.IsHighSurrogate(trimmed[most - 1]) ? most - 1 : most)];
    }
}
