using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Publishing;

namespace Integration.Connectors.Pairs;

/// <summary>Writes pair files for the command line. What it writes is read back strictly first, so that a bad file is never left behind.</summary>
public static class PairWriter
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Writes a new pair file <c>NAME.json</c> into the folder.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="PairFileException">The content is wrong, or the file exists.</exception>
    public static string WriteNew(string folder, JsonObject content)
    {
        var pair = PairFile.Parse("(new pair)", content.ToJsonString(Pretty), folder);
        var file = Path.Combine(folder, $"{pair.Name}.json");
        if (File.Exists(file)) throw new PairFileException(file, "pair", "The file exists already.", "Choose another name, or change the file by hand.");
        Directory.CreateDirectory(folder);
        Replace(file, content);
        return file;
    }

    /// <summary>Sets the mode in a pair file; everything else stays as it is (comments are lost).</summary>
    /// <exception cref="PairFileException">The file cannot be read.</exception>
    public static void SetMode(string file, PairMode mode)
    {
        var content = Content(file);
        content["mode"] = mode == PairMode.Live ? "live" : "observe";
        Replace(file, content);
    }

    /// <summary>Lets a document or lookup of a pair file stand in a file of its own; everything else stays as it is (comments are lost).</summary>
    /// <param name="file">The pair file.</param>
    /// <param name="section"><c>documents</c> or <c>lookups</c>.</param>
    /// <param name="name">Its name in that section.</param>
    /// <param name="path">The file, relative to the pair file.</param>
    /// <exception cref="PairFileException">The file cannot be read.</exception>
    public static void PointTo(string file, string section, string name, string path)
    {
        var content = Content(file);
        if (content[section] is not JsonObject entries) content[section] = entries = [];
        entries[name] = path;
        Replace(file, content);
    }

    /// <summary>The path that a pair file gives for a document or lookup, or null when it gives none.</summary>
    /// <exception cref="PairFileException">The file cannot be read.</exception>
    internal static string? PathOf(string file, string section, string name) =>
        Content(file)[section]?[name] is JsonValue value && value.TryGetValue<string>(out var path) ? path : null;

    private static JsonObject Content(string file)
    {
        _ = PairFile.Read(file);
        return (JsonObject)JsonNode.Parse(File.ReadAllText(file), documentOptions: Lenient)!;
    }

    private static void Replace(string file, JsonObject content) => WholeFile.Write(file, content.ToJsonString(Pretty) + "\n");
}
