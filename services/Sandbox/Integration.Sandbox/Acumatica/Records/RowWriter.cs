using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Queries;
using Integration.Sandbox.Acumatica.Schema;

namespace Integration.Sandbox.Acumatica.Records;

/// <summary>
/// Writes a record as contract REST does: every scalar as <c>{"value": …}</c>, an empty one as <c>{}</c>, linked and
/// detail records only where the view opens them or an error lies below, times in UTC with <c>+00:00</c>.
/// </summary>
internal static class RowWriter
{
    public static JsonObject Write(Row row, View view, int rowNumber = 1, string? address = null)
    {
        var json = new JsonObject { ["id"] = row.Id, ["rowNumber"] = rowNumber, ["note"] = new JsonObject { ["value"] = row.Note } };
        if (row.Error is not null)
        {
            json["error"] = row.Error;
        }

        foreach (var field in row.Schema.Fields)
        {
            if (field.Scalar is { } type)
            {
                if (view.Shows(field.Name) || row.Errors.ContainsKey(field.Name))
                {
                    json[field.Name] = Scalar(row, field.Name, type);
                }
            }
            else if (field.IsDetail)
            {
                if (view.Opens(field.Name) || row.Lines(field.Name).Exists(line => line.HasErrors))
                {
                    var inner = view.Below(field.Name);
                    json[field.Name] = new JsonArray([.. row.Lines(field.Name).Select((line, index) => Write(line, inner, index + 1))]);
                }
            }
            else if ((view.Opens(field.Name) && (row.Linked(field.Name) is not null || !view.IsEverything)) || row.Linked(field.Name)?.HasErrors == true)
            {
                json[field.Name] = Write(row.Linked(field.Name) ?? row.Clone().Link(field.Name), view.Below(field.Name));
            }
        }

        json["custom"] = new JsonObject();
        if (address is not null)
        {
            json["_links"] = new JsonObject { ["self"] = $"{address}/{row.Id}", ["files:put"] = $"{address}/{row.Id}/files/{{filename}}" };
        }

        return json;
    }

    /// <summary>The ERP's text for an instant: UTC, fraction without trailing zeros, explicit offset.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + "+00:00";

    private static JsonObject Scalar(Row row, string name, FieldType type)
    {
        var json = new JsonObject();
        if (row.Values.TryGetValue(name, out var value))
        {
            json["value"] = type switch
            {
                FieldType.DateTime => Instant((DateTimeOffset)value),
                FieldType.Decimal => JsonValue.Create((decimal)value),
                FieldType.Boolean => JsonValue.Create((bool)value),
                FieldType.Guid => JsonValue.Create((Guid)value),
                FieldType.String => JsonValue.Create((string)value),
                _ => JsonValue.Create((long)value),
            };
        }
        else if (type == FieldType.Boolean)
        {
            json["value"] = false;
        }

        if (row.Errors.TryGetValue(name, out var error))
        {
            json["error"] = error;
        }

        return json;
    }
}
