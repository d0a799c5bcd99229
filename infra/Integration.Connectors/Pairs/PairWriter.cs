using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Connectors.Pairs;

/// <summary>Writes pair files for the command line. What it writes is read back strictly first, so that a bad file is never left behind.</summary>
public static class PairWriter
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
        _ = PairFile.Read(file);
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var content = (JsonObject)JsonNode.Parse(File.ReadAllText(file), documentOptions: options)!;
        content["mode"] = mode == PairMode.Live ? "live" : "observe";
        Replace(file, content);
    }

    // Written aside and moved, so that nobody reads half a file.
    private static void Replace(string file, JsonObject content)
    {
        var aside = $"{file}.new";
        File.WriteAllText(aside, content.ToJsonString(Pretty) + "\n");
        File.Move(aside, file, overwrite: true);
    }
}
