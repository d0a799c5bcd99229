using System.Text.Json.Nodes;

namespace Integration.Acumatica.Protocol;

/// <summary>Turns plain documents into the API's records, in which every field is an object: <c>"OrderQty": {"value": 2}</c>.</summary>
internal static class Wire
{
    /// <summary>Wraps every scalar; nested records and details are wrapped inside. Nulls are left out: an absent field is left as it is by the server.</summary>
    public static JsonObject Wrap(JsonObject plain)
    {
        var record = new JsonObject();
        foreach (var (name, value) in plain)
        {
            JsonNode? wrapped = value switch
            {
                null => null,
                _ when name is "id" or "rowNumber" or "delete" or "custom" => value.DeepClone(),
                JsonObject nested => Wrap(nested),
                JsonArray rows => new JsonArray([.. rows.OfType<JsonObject>().Select(Wrap)]),
                _ => new JsonObject { ["value"] = value.DeepClone() },
            };
            if (wrapped is not null) record[name] = wrapped;
        }

        return record;
    }
}
