using System.Text.Json.Nodes;

namespace Integration.Dynamics.Dataverse.Hints;

/// <summary>
/// A webhook of Dataverse: the <c>RemoteExecutionContext</c> of one change as JSON. Of a body that grows beyond 256 KB Dataverse leaves the parameters and images out, so that only the record's
/// table and id are always there.
/// </summary>
internal sealed class WebhookBody
{
    private const string DataEvent = "OnExternal";

    // Longer than any key by which a record is known elsewhere.
    private const int LongestKey = 100;

    private static readonly string[] Parts = ["InputParameters", "PostEntityImages", "PreEntityImages"];

    private readonly JsonObject _body;

    private WebhookBody(JsonObject body, string table, Guid record) => (_body, Table, Record) = (body, table, record);

    /// <summary>The record's table.</summary>
    public string Table { get; }

    /// <summary>The record; empty for messages about no single one.</summary>
    public Guid Record { get; }

    /// <summary>The text that the writer of the change gave with it (<c>?tag=</c>), or empty.</summary>
    public string Tag => Pairs(_body["SharedVariables"]).Where(pair => Text(pair, "key") == "tag").Select(pair => Text(pair, "value")).FirstOrDefault() ?? "";

    /// <summary>The webhook in a body; null when it is none. Data events of virtual tables have the same form and are none.</summary>
    public static WebhookBody? Of(JsonNode body) =>
        body is JsonObject context && Text(context, "MessageName") is { Length: > 0 } message && !message.StartsWith(DataEvent, StringComparison.Ordinal)
        && Text(context, "PrimaryEntityName") is { Length: > 0 } table && Guid.TryParse(Text(context, "PrimaryEntityId"), out var record)
            ? new WebhookBody(context, table, record)
            : null;

    /// <summary>A text of the record that may be a key, from what was written or an image of before or after; empty when the body shows none.</summary>
    public string Key(string column) => Values(column).Select(value => value is JsonValue plain && plain.TryGetValue<string>(out var text) ? text.Trim() : "")
        .FirstOrDefault(text => text.Length is > 0 and <= LongestKey && !text.Any(char.IsControl)) ?? "";

    /// <summary>Records that a lookup led to, before or after the change.</summary>
    public IEnumerable<Guid> Linked(string lookup) => Values(lookup).OfType<JsonObject>().Select(link => Guid.TryParse(Text(link, "Id"), out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty);

    private IEnumerable<JsonNode?> Values(string column) => Parts
        .SelectMany(part => Pairs(_body[part])).Select(pair => pair["value"]).OfType<JsonObject>()
        .SelectMany(record => Pairs(record["Attributes"])).Where(pair => Text(pair, "key") == column).Select(pair => pair["value"]);

    private static IEnumerable<JsonObject> Pairs(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static string Text(JsonObject from, string name) => from[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
