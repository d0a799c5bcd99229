using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Integration.Tests.Unit.Mapping.Jsonata;

/// <summary>
/// Reads the cases that are copied beside the tests (Data/jsonata, see its SOURCES.md), those too that cannot be run because the file
/// of their expression is not in the copy.
/// </summary>
internal static class Suite
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Data", "jsonata");

    public static IEnumerable<SuiteCase> Cases()
    {
        var datasets = Directory.GetFiles(Path.Combine(Root, "datasets"), "*.json")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, file => JsonNode.Parse(File.ReadAllText(file)));
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "groups"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var folder = Path.GetDirectoryName(file)!;
            var name = $"{Path.GetFileName(folder)}/{Path.GetFileNameWithoutExtension(file)}";
            var content = JsonNode.Parse(File.ReadAllText(file));
            var definitions = content is JsonArray array ? array.Select(item => item!.AsObject()).ToList() : [content!.AsObject()];
            for (var i = 0; i < definitions.Count; i++)
            {
                var definition = definitions[i];
                var expression = definition["expr"] is { } text ? TextOf(text) : TextOfFile(Path.Combine(folder, definition["expr-file"]!.GetValue<string>()));
                var input = definition["data"];
                if (definition["dataset"]?.GetValue<string>() is { } dataset)
                    input = datasets[dataset];
                yield return new SuiteCase(definitions.Count > 1 ? $"{name}#{i}" : name, expression, input, definition["bindings"] as JsonObject, definition);
            }
        }
    }

    private static string? TextOfFile(string file) => File.Exists(file) ? File.ReadAllText(file) : null;

    /// <summary>System.Text.Json refuses half a surrogate pair, which two cases are about.</summary>
    private static string TextOf(JsonNode text)
    {
        var raw = text.GetValue<JsonElement>().GetRawText();
        return raw.Contains("\\ud", StringComparison.OrdinalIgnoreCase) ? Regex.Unescape(raw[1..^1]) : text.GetValue<string>();
    }
}
