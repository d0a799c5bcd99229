using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Acumatica.Protocol;

/// <summary>A record as the API answered it. An empty field (<c>{}</c>) and an absent one read alike.</summary>
internal readonly struct EntityRecord(JsonObject json)
{
    /// <summary>The record's JSON.</summary>
    public JsonObject Json => json;

    /// <summary>The record's plain <c>id</c>: NoteID of a top-level record; of a detail row good only within the session that read it.</summary>
    public string Id => json["id"] is JsonValue value && value.TryGetValue<string>(out var id) ? id : "";

    /// <summary>Text without surrounding spaces (segmented keys arrive padded), or empty.</summary>
    public string Text(string field) => Value(field) switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text.Trim(),
        null => "",
        var other => other.ToJsonString(),
    };

    /// <summary>A number as exact decimal, or null.</summary>
    public decimal? Number(string field) =>
        Value(field) is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<decimal>() : null;

    /// <summary>A flag; absent is false.</summary>
    public bool Flag(string field) => Value(field)?.GetValueKind() == JsonValueKind.True;

    /// <summary>A moment in UTC, or null. The API answers UTC with explicit offset whatever the session's time zone.</summary>
    public DateTimeOffset? Moment(string field) =>
        DateTimeOffset.TryParse(Text(field), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    /// <summary>A calendar date as written, never shifted by a time zone (dates arrive as midnight +00:00), or null.</summary>
    public DateOnly? Date(string field) =>
        Text(field) is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Rows of a detail collection; empty when it was not expanded.</summary>
    public IReadOnlyList<EntityRecord> Rows(string field) =>
        json[field] is JsonArray rows ? [.. rows.OfType<JsonObject>().Select(row => new EntityRecord(row))] : [];

    /// <summary>A linked record; an empty one when absent.</summary>
    public EntityRecord Linked(string field) => new(json[field] as JsonObject ?? []);

    private JsonNode? Value(string field) => (json[field] as JsonObject)?["value"];
}
