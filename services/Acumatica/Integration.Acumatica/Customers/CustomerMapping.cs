using System.Text.Json;
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

    private const string Folder = "Integration.Acumatica.Customers";

    /// <summary>The fields of a customer.</summary>
    public static EntityModel Model { get; } = EntityModel.Load($"{Folder}.customer-24.200.001.json");

    /// <summary>From the canonical fields to a Customer record.</summary>
    public static MappingPort ToErp(AcumaticaSettings settings)
    {
        var document = Read("customers.toErp.json");
        SettingValues.Fill(document, new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["{setting:customerClass}"] = settings.CustomerClass });
        return new MappingPort("customers.toErp", CustomerSchemas.Fields, Model, document.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    /// <summary>From a Customer record to the canonical fields.</summary>
    public static MappingPort ToStore() => new("customers.toStore", CustomerSchemas.Record(Model), CustomerSchemas.Fields, Read("customers.toStore.json").ToJsonString());

    private static JsonObject Read(string name)
    {
        using var stream = typeof(CustomerMapping).Assembly.GetManifestResourceStream($"{Folder}.{name}") ?? throw new InvalidOperationException($"The resource {name} is missing.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
