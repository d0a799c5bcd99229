using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>Reads members of plain documents.</summary>
internal static class DocumentReading
{
    /// <summary>A plain text, or empty.</summary>
    public static string Text(this JsonObject record, string field) => record[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>A plain number, or null.</summary>
    public static decimal? Number(this JsonObject record, string field) => record[field] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<decimal>() : null;
}
