using System.Text.Json.Nodes;
using Integration.Connectors.Publishing;
using Integration.Contracts.Orders;
using Integration.Dynamics.Finance.Protocol;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;

namespace Integration.Dynamics.Finance.Customers;

/// <summary>The customer that an order needs: the fewest fields with which F&amp;O makes one. A company becomes an organization, anybody else a person.</summary>
internal sealed class CustomerDocument
{
    private const string Resource = "Integration.Dynamics.Finance.Customers.customer-of-order.json";

    private static readonly string[] Members =
        ["currency", "company", "firstName", "lastName", "email", "phone", "street", "street2", "city", "postalCode", "state", "country"];

    private readonly DynamicsSettings _settings;
    private readonly CompiledMapping _mapping;

    public CustomerDocument(DynamicsSettings settings)
    {
        _settings = settings;
        using var stream = typeof(CustomerDocument).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        var document = JsonNode.Parse(stream)!.AsObject();
        SettingValues.Fill(document, new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["{setting:legalEntity}"] = settings.LegalEntity, ["{setting:customerGroup}"] = settings.CustomerGroup, ["{setting:customerLanguage}"] = settings.CustomerLanguage,
        });
        var source = new PathSchema("customerOfOrder", Members.ToDictionary(member => member, _ => SchemaType.Text));
        _mapping = MappingDocument.Parse(document.ToJsonString()).Compile(source, Model);
    }

    /// <summary>The fields of a customer.</summary>
    public static EntityModel Model { get; } = EntityModel.Load("Customers.customers-v3.json");

    /// <summary>Name, group, currency, contact and address from the order's billing address.</summary>
    public JsonObject Of(Order order)
    {
        var (customer, address) = (order.Customer, order.BillingAddress);
        var source = new JsonObject
        {
            ["currency"] = _settings.CustomerCurrency ?? order.Currency,
            ["company"] = address.Company.Trim(),
            ["firstName"] = Or(customer.FirstName, address.FirstName),
            ["lastName"] = Or(customer.LastName, address.LastName),
            ["email"] = customer.NormalisedEmail,
            ["phone"] = address.Phone.Trim(),
            ["street"] = address.Street.Trim(),
            ["street2"] = address.Street2.Trim(),
            ["city"] = address.City.Trim(),
            ["postalCode"] = address.PostalCode.Trim(),
            ["state"] = address.State.Trim(),
            ["country"] = address.Country,
        };
        var result = _mapping.Map(source, LookupTables.None, new MappingContext());
        return result.Document ?? throw new InvalidOperationException($"An order's customer cannot be mapped: {string.Join("; ", result.Problems.Select(problem => problem.Message))}");
    }

    private static string Or(string first, string second) => first.Trim() is { Length: > 0 } given ? given : second.Trim();
}
