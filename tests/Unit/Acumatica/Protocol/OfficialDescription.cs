using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Tests.Unit.Acumatica.Protocol;

/// <summary>The vendor's OpenAPI description of Default 24.200.001 (tests/Unit/Data/acumatica), applied to requests.</summary>
internal static class OfficialDescription
{
    private static readonly JsonObject Schemas = Load();

    /// <summary>Every property of the record that the description does not have or types otherwise.</summary>
    public static IReadOnlyList<string> Violations(string entity, JsonObject record)
    {
        var found = new List<string>();
        Check(record, Schemas[entity] ?? throw new ArgumentException($"{entity} is not described.", nameof(entity)), entity, found);
        return found;
    }

    private static void Check(JsonNode? value, JsonNode schema, string path, List<string> found)
    {
        if ((string?)schema["$ref"] is { } reference) schema = Schemas[reference[(reference.LastIndexOf('/') + 1)..]]!;
        if (schema["items"] is { } items)
        {
            if (value is not JsonArray rows) found.Add($"{path} is no list");
            else foreach (var row in rows) Check(row, items, path, found);
        }
        else if (schema["allOf"] is not null || schema["properties"] is not null)
        {
            if (value is not JsonObject record) found.Add($"{path} is no object");
            else foreach (var (name, field) in record)
            {
                // Sent on rows only; the description covers answers.
                if (name == "delete") continue;
                if (Property(schema, name) is { } described) Check(field, described, $"{path}.{name}", found);
                else found.Add($"{path}.{name} is unknown");
            }
        }
        else if (!IsOf(value, (string?)schema["type"], (string?)schema["format"])) found.Add($"{path} is no {schema["type"]} {schema["format"]}");
    }

    private static bool IsOf(JsonNode? value, string? type, string? format) => (type, value?.GetValueKind()) switch
    {
        ("string", JsonValueKind.String) => format switch
        {
            "date-time" => DateTimeOffset.TryParse(value!.GetValue<string>(), CultureInfo.InvariantCulture, out _),
            "uuid" => Guid.TryParse(value!.GetValue<string>(), out _),
            _ => true,
        },
        ("number" or "integer", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        _ => false,
    };

    private static JsonNode? Property(JsonNode schema, string name)
    {
        if ((string?)schema["$ref"] is { } reference) schema = Schemas[reference[(reference.LastIndexOf('/') + 1)..]]!;
        return schema["properties"]?[name] ?? (schema["allOf"] as JsonArray)?.Select(part => Property(part!, name)).FirstOrDefault(found => found is not null);
    }

    private static JsonObject Load([CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "../../Data/acumatica/Default_24.200.001.subset.openapi.json");
        return JsonNode.Parse(File.ReadAllText(file))!["components"]!["schemas"]!.AsObject();
    }
}
