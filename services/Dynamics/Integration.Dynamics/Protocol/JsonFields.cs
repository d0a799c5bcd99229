using System.Globalization;
using System.Text.Json.Nodes;

namespace Integration.Dynamics.Protocol;

/// <summary>Reads members of records and plain documents. A member of another kind reads as one that is not there.</summary>
internal static class JsonFields
{
    /// <summary>A text as it is, or empty.</summary>
    public static string Text(this JsonObject record, string field) => record[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>A number as exact decimal, or null.</summary>
    public static decimal? Number(this JsonObject record, string field) => JsonText.Number(record[field]);

    /// <summary>A moment in UTC, or null.</summary>
    public static DateTimeOffset? Moment(this JsonObject record, string field) =>
        DateTimeOffset.TryParse(record.Text(field), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    /// <summary>A calendar date as written, never shifted by a time zone, or null.</summary>
    public static DateOnly? Date(this JsonObject record, string field) =>
        record.Text(field).Trim() is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
