using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Webhooks;

/// <summary>Writes what a webhook gets: the <c>RemoteExecutionContext</c> of a change, in the shape of the .NET serializer behind it.</summary>
internal sealed class ExecutionContextWriter(Books books, string organization, DataverseSettings settings)
{
    private const string Contracts = "http://schemas.microsoft.com/xrm/2011/Contracts";
    private const int PostOperation = 40;
    private const int Asynchronous = 1;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public WebhookDelivery Write(WebhookStep step, Committed change, Guid user, Guid correlation, DateTimeOffset now)
    {
        var record = change.Record;
        var context = new JsonObject
        {
            ["BusinessUnitId"] = Dispatcher.BusinessUnit,
            ["CorrelationId"] = correlation,
            ["Depth"] = change.Depth,
            ["InitiatingUserId"] = user,
            ["InputParameters"] = new JsonArray(Pair("Target", change.After is null ? Reference(record.Reference) : Target(change))),
            ["IsExecutingOffline"] = false,
            ["IsInTransaction"] = false,
            ["IsOfflinePlayback"] = false,
            ["IsolationMode"] = 1,
            ["MessageName"] = change.Message,
            ["Mode"] = Asynchronous,
            ["OperationCreatedOn"] = Date(now, "+0000"),
            ["OperationId"] = Guid.NewGuid(),
            ["OrganizationId"] = books.Table("organization").All()[0].Id,
            ["OrganizationName"] = organization,
            ["OutputParameters"] = change.Message == "Create" ? new JsonArray(Pair("id", JsonValue.Create(record.Id))) : [],
            ["OwningExtension"] = Reference(new Reference("sdkmessageprocessingstep", step.Id)),
            ["ParentContext"] = null,
            ["PostEntityImages"] = Images(step, StepImage.Before, change.After),
            ["PreEntityImages"] = Images(step, StepImage.After, change.Before),
            ["PrimaryEntityId"] = record.Id,
            ["PrimaryEntityName"] = record.Table.Name,
            ["RequestId"] = null,
            ["SecondaryEntityName"] = "none",
            ["SharedVariables"] = change.Tag is { } tag ? new JsonArray(Pair("tag", tag)) : [],
            ["Stage"] = PostOperation,
            ["UserId"] = user,
        };
        var body = context.ToJsonString(Json);
        var isCut = Encoding.UTF8.GetByteCount(body) > settings.WebhookSize;
        if (isCut)
        {
            foreach (var part in (string[])["InputParameters", "PostEntityImages", "PreEntityImages"])
            {
                context[part] = new JsonArray();
            }

            body = context.ToJsonString(Json);
        }

        return new WebhookDelivery(step, record.Table.Name, change.Message, user, correlation, body, isCut);
    }

    private static JsonObject Target(Committed change)
    {
        var record = change.After!;
        return Entity(record, change.Touched.Append(record.Table.Id).Distinct().Where(column => column != "versionnumber"));
    }

    // An image leaves empty columns out.
    private static JsonArray Images(WebhookStep step, long other, Record? record) => record is null ? [] : new JsonArray(
    [
        .. step.Images.Where(image => image.Type != other).Select(image => Pair(
            image.Alias, Entity(record, record.Values.Keys.Where(column => image.Columns.Count == 0 || column == record.Table.Id || image.Columns.Contains(column))))),
    ]);

    private static JsonObject Entity(Record record, IEnumerable<string> columns) => new()
    {
        ["__type"] = $"Entity:{Contracts}",
        ["Attributes"] = new JsonArray([.. columns.Where(column => record.Table.Find(column) is { Secret: false }).Select(column => Pair(column, Value(record.Table[column], record[column])))]),
        ["EntityState"] = null,
        ["FormattedValues"] = new JsonArray(),
        ["Id"] = record.Id,
        ["KeyAttributes"] = new JsonArray(),
        ["LogicalName"] = record.Table.Name,
        ["RelatedEntities"] = new JsonArray(),
        ["RowVersion"] = null,
    };

    private static JsonNode? Value(Column column, object? value) => (column.Type, value) switch
    {
        (_, null) => null,
        (ColumnType.Choice or ColumnType.State or ColumnType.Status, long option) => Typed("OptionSetValue", option),
        (ColumnType.Money, decimal amount) => Typed("Money", amount),
        (_, Reference link) => Reference(link),
        (_, DateTimeOffset instant) => Date(instant, ""),
        (_, decimal number) => number,
        (_, long whole) => whole,
        (_, bool flag) => flag,
        (_, Guid id) => id,
        (_, string text) => text,
        _ => throw new InvalidOperationException($"A column cannot hold a {value.GetType().Name}."),
    };

    private static JsonObject Typed(string type, JsonNode value) => new() { ["__type"] = $"{type}:{Contracts}", ["Value"] = value };

    private static JsonObject Reference(Reference link) => new()
    {
        ["__type"] = $"EntityReference:{Contracts}", ["Id"] = link.Id, ["KeyAttributes"] = new JsonArray(), ["LogicalName"] = link.Table, ["Name"] = null, ["RowVersion"] = null,
    };

    private static JsonObject Pair(string key, JsonNode? value) => new() { ["key"] = key, ["value"] = value };

    private static string Date(DateTimeOffset instant, string offset) => string.Create(CultureInfo.InvariantCulture, $"/Date({instant.ToUnixTimeMilliseconds()}{offset})/");
}
