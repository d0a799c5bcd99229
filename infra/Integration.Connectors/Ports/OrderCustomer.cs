using System.Text.Json.Nodes;
using Integration.Contracts.Customers;
using Integration.Contracts.Orders;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;

namespace Integration.Connectors.Ports;

/// <summary>
/// The customer that an order needs, as the source of a shipped mapping document: what the order's billing address and customer tell. A pair cannot
/// replace such a document, so that it cannot fail for what a pair's file says.
/// </summary>
public static class OrderCustomer
{
    /// <summary>The order's currency.</summary>
    public const string Currency = "currency";

    /// <summary>First name, the customer's before the address's.</summary>
    public const string FirstName = "firstName";

    /// <summary>Last name, the customer's before the address's.</summary>
    public const string LastName = "lastName";

    /// <summary>What <see cref="Of"/> gives: the fields of <see cref="CustomerSchemas.Fields"/> but group and state, and beside them currency, first and last name.</summary>
    public static IDocumentSchema Schema { get; } = new PathSchema(
        "customerOfOrder", new[] { "id", "storefront", Currency, FirstName, LastName, CustomerFields.Email }.Concat(CustomerFields.OfAddress).ToDictionary(member => member, _ => SchemaType.Text));

    /// <summary>Name, contact and address from the order's billing address.</summary>
    public static JsonObject Of(Order order)
    {
        var (customer, address) = (order.Customer, order.BillingAddress);
        var (first, last) = (Or(customer.FirstName, address.FirstName), Or(customer.LastName, address.LastName));
        return new JsonObject
        {
            ["id"] = customer.Id ?? "",
            ["storefront"] = order.Storefront,
            [Currency] = order.Currency,
            [FirstName] = first,
            [LastName] = last,
            [CustomerFields.Email] = customer.NormalisedEmail,
            [CustomerFields.Name] = $"{first} {last}".Trim(),
            [CustomerFields.Company] = address.Company.Trim(),
            [CustomerFields.Phone] = address.Phone.Trim(),
            [CustomerFields.Street] = address.Street.Trim(),
            [CustomerFields.Street2] = address.Street2.Trim(),
            [CustomerFields.City] = address.City.Trim(),
            [CustomerFields.PostalCode] = address.PostalCode.Trim(),
            [CustomerFields.State] = address.State.Trim(),
            [CustomerFields.Country] = address.Country,
        };
    }

    /// <summary>The ERP's document from this source.</summary>
    /// <exception cref="InvalidOperationException">The shipped document does not map it.</exception>
    public static JsonObject Map(CompiledMapping mapping, JsonObject source)
    {
        var result = mapping.Map(source, LookupTables.None, new MappingContext());
        return result.Document ?? throw new InvalidOperationException($"An order's customer cannot be mapped: {string.Join("; ", result.Problems.Select(problem => problem.Message))}");
    }

    private static string Or(string first, string second) => first.Trim() is { Length: > 0 } given ? given : second.Trim();
}
