using System.Text.Json.Nodes;

namespace Integration.Acumatica.Protocol;

/// <summary>The opposite of <see cref="Wire"/>: the API's records as plain documents. Empty fields (<c>{}</c>) are left out.</summary>
internal static class PlainRecord
{
    private static readonly string[] NotFields = ["id", "rowNumber", "note", "custom", "error", "_links", "files"];

    /// <summary>The record by its field names.</summary>
    public static JsonObject Of(JsonObject record)
    {
        var plain = new JsonObject();
        foreach (var (name, value) in record)
        {
            if (NotFields.Contains(name)) continue;
            var read = value switch
            {
                JsonArray rows => new JsonArray([.. rows.OfType<JsonObject>().Select(Of)]),
                JsonObject field when field.ContainsKey("value") => Value(field["value"]),
                JsonObject { Count: > 0 } nested => Of(nested),
                _ => null,
            };
            if (read is not null) plain[name] = read;
        }

        return plain;
    }

    // Segmented keys arrive padded.
    private static JsonNode? Value(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var words) ? words.Trim() : value?.DeepClone();
}
