using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Schema;

namespace Integration.Sandbox.Acumatica.Records;

/// <summary>The custom fields of the tenant: named <c>View.Field</c>, known by entity.</summary>
internal sealed class CustomFields(ErpSettings settings)
{
    /// <summary>Type of a field, or null when the entity has none of that name.</summary>
    public FieldType? TypeOf(string entity, string path) => Of(entity).Where(field => field.Path == path).Select(field => (FieldType?)field.Type).FirstOrDefault();

    /// <summary>What <c>$adHocSchema</c> tells: every custom field of the entity by view, with its type.</summary>
    public JsonObject Schema(string entity) => Write(Of(entity).Select(field => field.Path), entity, null);

    /// <summary>The fields asked for, with their values; an unknown one is left out.</summary>
    public JsonObject Write(IEnumerable<string> paths, string entity, Row? row)
    {
        var views = new JsonObject();
        foreach (var path in paths)
        {
            if (TypeOf(entity, path) is not { } type)
            {
                continue;
            }

            var cut = path.IndexOf('.', StringComparison.Ordinal);
            var field = new JsonObject { ["type"] = $"Custom{type}Field" };
            if (row?.Custom.TryGetValue(path, out var value) == true)
            {
                field["value"] = value switch
                {
                    decimal number => JsonValue.Create(number),
                    bool flag => JsonValue.Create(flag),
                    DateTimeOffset instant => RowWriter.Instant(instant),
                    _ => JsonValue.Create((string)value),
                };
            }

            var view = views[path[..cut]] as JsonObject ?? (JsonObject)(views[path[..cut]] = new JsonObject())!;
            view[path[(cut + 1)..]] = field;
        }

        return views;
    }

    private IEnumerable<(string Path, FieldType Type)> Of(string entity) => settings.CustomFields
        .Where(field => field.StartsWith(entity + ".", StringComparison.Ordinal))
        .Select(field => field[(entity.Length + 1)..].Split(':')).Select(parts => (parts[0], Enum.Parse<FieldType>(parts[1])));
}
