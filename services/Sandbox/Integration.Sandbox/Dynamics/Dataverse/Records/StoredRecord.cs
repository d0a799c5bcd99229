using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Records;

/// <summary>A record as it lies in the store.</summary>
internal static class StoredRecord
{
    public static JsonObject Write(Record record)
    {
        var json = new JsonObject { ["table"] = record.Table.Name, ["id"] = record.Id };
        var values = new JsonObject();
        foreach (var (column, value) in record.Values)
        {
            values[column] = value switch
            {
                string text => JsonValue.Create(text),
                decimal number => JsonValue.Create(number),
                long whole => JsonValue.Create(whole),
                bool flag => JsonValue.Create(flag),
                Guid id => JsonValue.Create(id),
                DateTimeOffset instant => JsonValue.Create(instant.ToString("o", CultureInfo.InvariantCulture)),
                Reference link => JsonValue.Create($"{link.Table}:{link.Id}"),
                _ => throw new InvalidOperationException($"A column cannot hold a {value.GetType().Name}."),
            };
        }

        json["values"] = values;
        return json;
    }

    public static Record Read(JsonObject json, OrganizationSchema schema)
    {
        var record = new Record(schema[json["table"]!.GetValue<string>()], json["id"]!.GetValue<Guid>());
        foreach (var (name, value) in json["values"]!.AsObject())
        {
            record.Set(name, Value(value!.AsValue(), record.Table[name].Type));
        }

        return record;
    }

    private static object Value(JsonValue value, ColumnType type) => type switch
    {
        ColumnType.String => value.GetValue<string>(),
        ColumnType.Boolean => value.GetValue<bool>(),
        ColumnType.Guid => value.Deserialize<Guid>(),
        ColumnType.DateTime => DateTimeOffset.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture),
        ColumnType.Decimal or ColumnType.Money => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
        ColumnType.Lookup when value.GetValue<string>().Split(':') is [var table, var id] => new Reference(table, Guid.Parse(id)),
        _ => value.Deserialize<long>(),
    };
}
