using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;

namespace Integration.Dynamics.Finance.Customers;

/// <summary>The shipped mapping documents of customers, both ways.</summary>
internal static class CustomerMapping
{
    /// <summary>Lookup: the shop's group or membership → price group.</summary>
    public const string Groups = "customer-groups";

    /// <summary>Lookup: price group → the shop's group or membership.</summary>
    public const string PriceClasses = "price-classes";

    private const string Folder = "Integration.Dynamics.Finance.Customers";

    /// <summary>From the canonical fields to a customer.</summary>
    public static MappingPort ToErp(DynamicsSettings settings)
    {
        var document = Read("customers.toErp.json");
        SettingValues.Fill(document, new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["{setting:customerGroup}"] = settings.CustomerGroup, ["{setting:customerCurrency}"] = settings.CustomerCurrency, ["{setting:customerLanguage}"] = settings.CustomerLanguage,
        });
        return new MappingPort("customers.toErp", CustomerSchemas.Fields, CustomerDocument.Model, document.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    /// <summary>From a customer to the canonical fields.</summary>
    public static MappingPort ToStore(CustomerRecordSchema record) =>
        new("customers.toStore", CustomerSchemas.Record(record), CustomerSchemas.Fields, Read("customers.toStore.json").ToJsonString());

    private static JsonObject Read(string name)
    {
        using var stream = typeof(CustomerMapping).Assembly.GetManifestResourceStream($"{Folder}.{name}") ?? throw new InvalidOperationException($"The resource {name} is missing.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
