using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;
using Integration.Sandbox.Records;

namespace Integration.Sandbox.Dynamics.Finance.Events;

/// <summary>The data events that a commit raises: made, changed and deleted records of an entity, as Dataverse hands them on.</summary>
internal static class DataEvents
{
    private const int FirstOption = 200_000_000;
    private const string Contracts = "http://schemas.microsoft.com/xrm/2011/Contracts";

    /// <summary>The events of one entity set.</summary>
    public static IEnumerable<EventMessage> Of(EntitySet set, IReadOnlyList<Committed<Row>> committed, DateTimeOffset at) =>
        committed.Where(change => change.Row.Table == set.Table).Select(change => Message(set, change, at));

    private static EventMessage Message(EntitySet set, Committed<Row> change, DateTimeOffset at)
    {
        var name = $"mserp_{Entities.Of(set).ToLowerInvariant()}";
        var message = (change.Before, change.After) switch
        {
            (null, _) => "OnExternalCreated",
            (_, null) => "OnExternalDeleted",
            _ => "OnExternalUpdated",
        };
        var inputs = new JsonArray(Input("Target", change.Row, change.Before));
        if (change.Before is not null)
        {
            inputs.Add(Input("PreImage", change.Before, null));
        }

        return new EventMessage(message, change.Row.Company, new JsonObject
        {
            ["CorrelationId"] = Guid.NewGuid().ToString(),
            ["InitiatingUserAzureActiveDirectoryObjectId"] = "00000000-0000-0000-0000-000000000001",
            ["MessageName"] = message,
            ["OperationCreatedOn"] = $"/Date({at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}+0000)/",
            ["PrimaryEntityId"] = Guid.Empty.ToString(),
            ["PrimaryEntityName"] = name,
            ["InputParameters"] = inputs,
        });

        JsonObject Input(string key, Row row, Row? before) => new()
        {
            ["key"] = key,
            ["value"] = new JsonObject
            {
                ["__type"] = $"Entity:{Contracts}",
                ["Attributes"] = new JsonArray([.. set.Properties.Where(property => IsTold(property, row, before)).Select(property => (JsonNode)new JsonObject
                {
                    ["key"] = $"mserp_{property.Name.ToLowerInvariant()}", ["value"] = Value(property, row),
                })]),
                // The entity's number and the record ID, as virtual tables make their keys.
                ["Id"] = $"00004951-0000-0000-{(row.RecId >> 48) & 0xFFFF:x4}-{row.RecId & 0xFFFFFFFFFFFF:x12}",
                ["LogicalName"] = name,
            },
        };
    }

    // Dates that are empty are left out; of a change only the key and what is new.
    private static bool IsTold(Property property, Row row, Row? before) => property.Name == "dataAreaId"
        || (property.Kind == EdmKind.DateTimeOffset && row.Instant(property.Name) is null ? false : before is null || !Equals(before[property.Name], row[property.Name]));

    private static JsonNode Value(Property property, Row row) => property.Kind switch
    {
        EdmKind.Decimal or EdmKind.Int32 or EdmKind.Int64 => row.Number(property.Name),
        EdmKind.DateTimeOffset => $"/Date({row.Instant(property.Name)!.Value.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}+0000)/",
        EdmKind.Enum => new JsonObject
        {
            ["__type"] = $"OptionSetValue:{Contracts}",
            ["Value"] = FirstOption + property.Enum!.Members.FirstOrDefault(member => member.Name == (row.Text(property.Name) is { Length: > 0 } name ? name : property.Enum.Default)).Value,
        },
        _ => row.Text(property.Name),
    };
}
