using System.Globalization;
using System.Text.Json;
using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Schema;

namespace Integration.Sandbox.Acumatica.Records;

/// <summary>
/// Reads a request body. A name that the entity does not have is ignored without a word, as the ERP does; a value of
/// the wrong shape or type is a bad request.
/// </summary>
internal sealed class ChangeReader(EndpointSchema endpoint, CustomFields? custom = null)
{
    public Change Read(JsonElement body, EntitySchema schema) => Read(body, schema, "entity");

    private Change Read(JsonElement body, EntitySchema schema, string path)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw Malformed(path);
        }

        var change = new Change();
        foreach (var property in body.EnumerateObject())
        {
            Take(change, property, schema, $"{path}.{property.Name}");
        }

        return change;
    }

    private void Take(Change change, JsonProperty property, EntitySchema schema, string path)
    {
        switch (property.Name)
        {
            case "id":
                change.Id = property.Value.ValueKind == JsonValueKind.Null ? null
                    : property.Value.TryGetGuid(out var id) ? id : throw Malformed(path);
                return;
            case "delete":
                change.Delete = property.Value.ValueKind == JsonValueKind.True;
                return;
            case "note":
                change.Note = property.Value.ValueKind == JsonValueKind.Object && property.Value.TryGetProperty("value", out var note)
                    ? note.GetString() ?? "" : null;
                return;
        }

        if (property.Name == "custom" && property.Value.ValueKind == JsonValueKind.Object)
        {
            Custom(change, property.Value, schema, path);
            return;
        }

        if (schema.Find(property.Name) is not { } field || property.Value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (field.Scalar is { } type)
        {
            if (property.Value.ValueKind != JsonValueKind.Object)
            {
                throw Malformed(path);
            }

            if (property.Value.TryGetProperty("value", out var value))
            {
                change.Values[field.Name] = Scalar(value, type, path);
            }
        }
        else if (field.IsDetail)
        {
            change.Details[field.Name] = property.Value.ValueKind == JsonValueKind.Array
                ? [.. property.Value.EnumerateArray().Select((item, index) => Read(item, endpoint[field.Entity!], $"{path}[{index}]"))]
                : throw Malformed(path);
        }
        else
        {
            change.Linked[field.Name] = Read(property.Value, endpoint[field.Entity!], path);
        }
    }

    private void Custom(Change change, JsonElement views, EntitySchema schema, string path)
    {
        foreach (var (view, field) in views.EnumerateObject().Where(view => view.Value.ValueKind == JsonValueKind.Object)
            .SelectMany(view => view.Value.EnumerateObject().Select(field => (view.Name, field))))
        {
            if (custom?.TypeOf(schema.Name, $"{view}.{field.Name}") is { } type && field.Value.TryGetProperty("value", out var value))
            {
                change.Custom[$"{view}.{field.Name}"] = Scalar(value, type, $"{path}.{view}.{field.Name}");
            }
        }
    }

    private static object? Scalar(JsonElement value, FieldType type, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        var culture = CultureInfo.InvariantCulture;
        return type switch
        {
            // Segmented keys are padded; the ERP compares and stores them without the padding.
            FieldType.String => text.TrimEnd(' '),
            FieldType.Boolean => bool.TryParse(text, out var flag) ? flag : throw Malformed(path),
            FieldType.Decimal => decimal.TryParse(text, NumberStyles.Float, culture, out var number) ? number : throw Malformed(path),
            FieldType.Guid => Guid.TryParse(text, out var guid) ? guid : throw Malformed(path),
            FieldType.DateTime => DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
                ? instant : throw Malformed(path),
            _ => long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var whole) ? whole : throw Malformed(path),
        };
    }

    private static ErpFault Malformed(string path) => ErpFault.BadRequest(path, $"The value at '{path}' cannot be read.");
}
