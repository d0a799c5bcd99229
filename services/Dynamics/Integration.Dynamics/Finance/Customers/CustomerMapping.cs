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

    /// <summary>From the canonical fields to a customer.</summary>
    public static MappingPort ToErp(DynamicsSettings settings) => new("customers.toErp", CustomerSchemas.Fields, CustomerDocument.Model, ShippedDocument.Text(typeof(CustomerMapping), "customers.toErp", new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["{setting:customerGroup}"] = settings.CustomerGroup, ["{setting:customerCurrency}"] = settings.CustomerCurrency, ["{setting:customerLanguage}"] = settings.CustomerLanguage,
        }));

    /// <summary>From a customer to the canonical fields.</summary>
    public static MappingPort ToStore(CustomerRecordSchema record) =>
        new("customers.toStore", CustomerSchemas.Record(record), CustomerSchemas.Fields, ShippedDocument.Text(typeof(CustomerMapping), "customers.toStore"));
}
