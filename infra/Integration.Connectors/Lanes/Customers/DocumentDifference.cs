using System.Text.Json.Nodes;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>What must be written so that a record mapped from one set of values becomes the one mapped from another.</summary>
internal static class DocumentDifference
{
    /// <summary>The fields of <paramref name="wanted"/> that <paramref name="before"/> has otherwise; a text that is no longer there becomes empty.</summary>
    public static JsonObject Of(JsonObject before, JsonObject wanted)
    {
        var changed = new JsonObject();
        foreach (var (name, value) in wanted)
        {
            if (value is JsonObject nested)
            {
                if (Of(before[name] as JsonObject ?? [], nested) is { Count: > 0 } inner) changed[name] = inner;
            }
            else if (!JsonNode.DeepEquals(before[name], value))
            {
                changed[name] = value?.DeepClone();
            }
        }

        foreach (var (name, value) in before)
        {
            if (value is JsonValue && !wanted.ContainsKey(name)) changed[name] = "";
        }

        return changed;
    }

    /// <summary>True when a record shows every one of these fields so; an empty text may be missing.</summary>
    public static bool IsShown(JsonObject fields, JsonObject record) => fields.All(field => field.Value is JsonObject nested
        ? IsShown(nested, record[field.Key] as JsonObject ?? [])
        : JsonNode.DeepEquals(field.Value, record[field.Key]) || (record[field.Key] is null && field.Value is JsonValue text && text.TryGetValue<string>(out var words) && words.Length == 0));
}
