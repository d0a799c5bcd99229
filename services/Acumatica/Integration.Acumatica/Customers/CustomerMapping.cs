using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;

namespace Integration.Acumatica.Customers;

/// <summary>The shipped mapping documents of customers, both ways.</summary>
internal static class CustomerMapping
{
    /// <summary>Lookup: the shop's group or membership → price class.</summary>
    public const string Groups = "customer-groups";

    /// <summary>Lookup: price class → the shop's group or membership.</summary>
    public const string PriceClasses = "price-classes";

    /// <summary>The fields of a customer.</summary>
    public static EntityModel Model { get; } = EntityModel.Load("Integration.Acumatica.Customers.customer-24.200.001.json");

    /// <summary>From the canonical fields to a Customer record.</summary>
    public static MappingPort ToErp(AcumaticaSettings settings) => new("customers.toErp", CustomerSchemas.Fields, Model, ShippedDocument.Text(typeof(CustomerMapping), "customers.toErp", new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["{setting:customerClass}"] = settings.CustomerClass }));

    /// <summary>From a Customer record to the canonical fields.</summary>
    public static MappingPort ToStore() => new("customers.toStore", CustomerSchemas.Record(Model), CustomerSchemas.Fields, ShippedDocument.Text(typeof(CustomerMapping), "customers.toStore"));
}
