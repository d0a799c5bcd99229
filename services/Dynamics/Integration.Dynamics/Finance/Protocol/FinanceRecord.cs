using System.Text.Json.Nodes;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Protocol;

/// <summary>A record as the API answered it.</summary>
internal readonly struct FinanceRecord(JsonObject json)
{
    /// <summary>The record's JSON.</summary>
    public JsonObject Json => json;

    /// <summary>The legal entity.</summary>
    public string LegalEntity => Text("dataAreaId");

    /// <summary>Text without surrounding spaces, or empty. Enums are texts too.</summary>
    public string Text(string field) => json.Text(field).Trim();

    /// <summary>A number as exact decimal, or null.</summary>
    public decimal? Number(string field) => json.Number(field);

    /// <summary>True for <c>Yes</c> of the enum <c>NoYes</c>; absent is false.</summary>
    public bool Flag(string field) => Text(field) == "Yes";

    /// <summary>A moment in UTC; null when there is none. 1900-01-01 is F&amp;O's empty date.</summary>
    public DateTimeOffset? Moment(string field) => json.Moment(field) is { Year: > 1900 } moment ? moment : null;

    /// <summary>A calendar date as written, never shifted by a time zone, or null.</summary>
    public DateOnly? Date(string field) => json.Date(field) is { Year: > 1900 } date ? date : null;

    /// <summary>Rows of an expanded collection; empty when it was not expanded.</summary>
    public IReadOnlyList<FinanceRecord> Rows(string field) => json[field] is JsonArray rows ? [.. rows.OfType<JsonObject>().Select(row => new FinanceRecord(row))] : [];
}
