using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;

namespace Integration.Dynamics.Dataverse.Customers;

/// <summary>The shipped mapping documents of accounts: both ways, and for the customer that an order needs.</summary>
internal static class AccountMapping
{
    private const string Folder = "Integration.Dynamics.Dataverse.Customers";

    private static readonly string[] OfOrder = ["company", "name", "email", "phone", "street", "street2", "city", "postalCode", "state", "country"];

    private static readonly CompiledMapping Order = MappingDocument.Parse(Read("account-of-order.json"))
        .Compile(new PathSchema("customerOfOrder", OfOrder.ToDictionary(member => member, _ => SchemaType.Text)), AccountColumns.Model);

    /// <summary>From the canonical fields to an account.</summary>
    public static MappingPort ToErp(AccountColumns columns) => new("customers.toErp", CustomerSchemas.Fields, columns, Read("customers.toErp.json"));

    /// <summary>From an account to the canonical fields.</summary>
    public static MappingPort ToStore(AccountColumns columns) => new("customers.toStore", CustomerSchemas.Record(columns), CustomerSchemas.Fields, Read("customers.toStore.json"));

    /// <summary>The account that an order needs: name, contact and address from the order's billing address.</summary>
    public static JsonObject Of(Order order)
    {
        var (customer, address) = (order.Customer, order.BillingAddress);
        var source = new JsonObject
        {
            ["company"] = address.Company.Trim(),
            ["name"] = $"{Or(customer.FirstName, address.FirstName)} {Or(customer.LastName, address.LastName)}".Trim(),
            ["email"] = customer.NormalisedEmail,
            ["phone"] = address.Phone.Trim(),
            ["street"] = address.Street.Trim(),
            ["street2"] = address.Street2.Trim(),
            ["city"] = address.City.Trim(),
            ["postalCode"] = address.PostalCode.Trim(),
            ["state"] = address.State.Trim(),
            ["country"] = address.Country,
        };
        var result = Order.Map(source, LookupTables.None, new MappingContext());
        return result.Document ?? throw new InvalidOperationException($"An order's customer cannot be mapped: {string.Join("; ", result.Problems.Select(problem => problem.Message))}");
    }

    private static string Or(string first, string second) => first.Trim() is { Length: > 0 } given ? given : second.Trim();

    private static string Read(string name)
    {
        using var stream = typeof(AccountMapping).Assembly.GetManifestResourceStream($"{Folder}.{name}") ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
