using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Connectors.Publishing;

/// <summary>Mapping documents that are shipped in an assembly, beside the type that uses them.</summary>
public static class ShippedDocument
{
    // For people, who read quotes better than their numbers.
    private static readonly JsonSerializerOptions ForPeople = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as it lies there.</summary>
    /// <param name="beside">A type of the same assembly and namespace.</param>
    /// <param name="name">The file's name without <c>.json</c>.</param>
    public static JsonObject Read(Type beside, string name)
    {
        var resource = $"{beside.Namespace}.{name}.json";
        using var stream = beside.Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        return JsonNode.Parse(stream)!.AsObject();
    }

    /// <summary>The document as text.</summary>
    public static string Text(JsonObject document) => document.ToJsonString(ForPeople);

    /// <summary>The document as text.</summary>
    /// <param name="beside">A type of the same assembly and namespace.</param>
    /// <param name="name">The file's name without <c>.json</c>.</param>
    public static string Text(Type beside, string name) => Text(Read(beside, name));

    /// <summary>The document as text, with settings written in.</summary>
    /// <param name="beside">A type of the same assembly and namespace.</param>
    /// <param name="name">The file's name without <c>.json</c>.</param>
    /// <param name="settings">The values by name, see <see cref="SettingValues"/>.</param>
    public static string Text(Type beside, string name, IReadOnlyDictionary<string, JsonNode?> settings)
    {
        var document = Read(beside, name);
        SettingValues.Fill(document, settings);
        return Text(document);
    }
}
