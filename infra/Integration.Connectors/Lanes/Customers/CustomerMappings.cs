using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Customers;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Maps customers between the canonical fields and the ERP's record, by the pair's documents.</summary>
internal sealed class CustomerMappings(DocumentMappings documents)
{
    /// <summary>What the pair compares, and who decides.</summary>
    public static TwoWayRules Rules(PairDefinition pair)
    {
        var lane = pair.Lanes.Customers ?? new CustomerLane();
        return new TwoWayRules { Owners = lane.Owners, ToErp = lane.ToErp, ToStorefront = lane.ToStore, FirstMeeting = lane.FirstMeeting };
    }

    /// <summary>The compared fields of an account.</summary>
    public static Dictionary<string, string> ValuesOf(PairDefinition pair, Customer customer) =>
        CustomerFields.Of(customer).Where(field => Rules(pair).Owners.ContainsKey(field.Key)).ToDictionary(field => field.Key, field => field.Value.Trim(), StringComparer.Ordinal);

    /// <summary>The ERP's record of canonical values.</summary>
    public MappedDocument Write(PairDefinition pair, ICustomerRecords records, string id, IReadOnlyDictionary<string, string> values)
    {
        var source = new JsonObject { ["id"] = id, ["storefront"] = pair.StorefrontCode };
        foreach (var (name, value) in values) source[name] = value;
        return documents.Map(pair, records.ToErp, source);
    }

    /// <summary>The compared fields of an ERP's record.</summary>
    public ReadValues Read(PairDefinition pair, ICustomerRecords records, JsonObject record)
    {
        var owners = Rules(pair).Owners;
        var source = (JsonObject)record.DeepClone();
        source[CustomerSchemas.Compared] = new JsonArray([.. owners.Keys.Select(field => (JsonNode)field)]);
        var mapped = documents.Map(pair, records.ToStore, source);
        return mapped.Document is not { } document
            ? new ReadValues(null, mapped)
            : new ReadValues(
                document.Where(field => owners.ContainsKey(field.Key)).ToDictionary(field => field.Key, field => Text(field.Value), StringComparer.Ordinal), mapped);
    }

    private static string Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>().Trim() : value?.ToJsonString() ?? "";
}
