using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Schema;

namespace Integration.Sandbox.Acumatica.Records;

/// <summary>A row as it lies in the store: plain values, no wrapping.</summary>
internal static class StoredRow
{
    public static JsonObject Write(Row row)
    {
        var values = Plain(row.Values);
        var linked = new JsonObject();
        foreach (var (name, child) in row.LinkedRows)
        {
            linked[name] = Write(child);
        }

        var details = new JsonObject();
        foreach (var (name, lines) in row.DetailRows)
        {
            details[name] = new JsonArray([.. lines.Select(Write)]);
        }

        var json = new JsonObject { ["id"] = row.Id, ["note"] = row.Note, ["values"] = values, ["linked"] = linked, ["details"] = details };
        if (row.Custom.Count > 0)
        {
            json["custom"] = Plain(row.Custom);
        }

        return json;
    }

    public static Row Read(JsonObject json, EndpointSchema endpoint, string entity)
    {
        var row = Row.New(endpoint, entity);
        row.Id = json["id"]!.GetValue<Guid>();
        row.Note = json["note"]!.GetValue<string>();
        foreach (var (name, value) in json["values"]!.AsObject())
        {
            row.Set(name, Scalar(value!.AsValue(), row.Schema.Find(name)!.Scalar!.Value));
        }

        foreach (var (path, value) in json["custom"] as JsonObject ?? [])
        {
            row.SetCustom(path, value!.GetValueKind() switch
            {
                JsonValueKind.Number => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
                JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
                _ => value.GetValue<string>(),
            });
        }

        foreach (var (name, child) in json["linked"]!.AsObject())
        {
            var read = Read(child!.AsObject(), endpoint, row.Schema.Find(name)!.Entity!);
            row.Replace(name, read);
        }

        foreach (var (name, lines) in json["details"]!.AsObject())
        {
            row.Lines(name).AddRange(lines!.AsArray().Select(line => Read(line!.AsObject(), endpoint, row.Schema.Find(name)!.Entity!)));
        }

        return row;
    }

    private static JsonObject Plain(IReadOnlyDictionary<string, object> fields) => new(fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Key, field.Value switch
    {
        DateTimeOffset instant => instant.ToString("o", CultureInfo.InvariantCulture),
        decimal number => JsonValue.Create(number),
        long whole => JsonValue.Create(whole),
        bool flag => JsonValue.Create(flag),
        Guid guid => JsonValue.Create(guid),
        var text => JsonValue.Create((string)text),
    })));

    private static object Scalar(JsonValue value, FieldType type) => type switch
    {
        FieldType.String => value.GetValue<string>(),
        FieldType.Boolean => value.GetValue<bool>(),
        FieldType.Decimal => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
        FieldType.Guid => value.Deserialize<Guid>(),
        FieldType.DateTime => DateTimeOffset.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture),
        _ => value.Deserialize<long>(),
    };
}
