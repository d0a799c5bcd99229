using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Protocol;

/// <summary>A record as the Web API answered it.</summary>
internal readonly struct DataverseRecord(JsonObject json)
{
    /// <summary>The record's JSON.</summary>
    public JsonObject Json => json;

    /// <summary>Its entity tag, for <c>If-Match</c>; empty when it has none.</summary>
    public string ETag => Text("@odata.etag");

    /// <summary>Text without surrounding spaces, or empty.</summary>
    public string Text(string column) => json.Text(column).Trim();

    /// <summary>A number as exact decimal, or null.</summary>
    public decimal? Number(string column) => json.Number(column);

    /// <summary>A whole number or the value of a choice, or null.</summary>
    public int? Whole(string column) => Number(column) is { } number && decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <summary>True for true; absent is false.</summary>
    public bool Flag(string column) => json[column] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <summary>A GUID, such as the record's own id, or null.</summary>
    public Guid? Id(string column) => Guid.TryParse(Text(column), out var id) ? id : null;

    /// <summary>The id that a lookup points to (<c>_column_value</c>), or null.</summary>
    public Guid? Link(string lookup) => Id($"_{lookup}_value");

    /// <summary>A moment in UTC, or null.</summary>
    public DateTimeOffset? Moment(string column) => json.Moment(column);

    /// <summary>A calendar date as written, never shifted by a time zone, or null.</summary>
    public DateOnly? Date(string column) => json.Date(column);

    /// <summary>The record that an expanded lookup leads to, or null.</summary>
    public DataverseRecord? One(string navigation) => json[navigation] is JsonObject one ? new DataverseRecord(one) : null;

    /// <summary>Rows of an expanded collection; empty when it was not expanded.</summary>
    public IReadOnlyList<DataverseRecord> Rows(string navigation) => json[navigation] is JsonArray rows ? [.. rows.OfType<JsonObject>().Select(row => new DataverseRecord(row))] : [];
}
