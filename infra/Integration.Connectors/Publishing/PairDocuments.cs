using System.Text.Encodings.Web;
using System.Text.Json;
using Integration.Connectors.Pairs;

namespace Integration.Connectors.Publishing;

/// <summary>The documents of a pair as they count now.</summary>
public static class PairDocuments
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document, or null when the pair has none of its own and none is shipped.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="name">Which one.</param>
    /// <param name="shipped">The shipped text, or null.</param>
    /// <exception cref="PairFileException">The file that the pair names cannot be read.</exception>
    public static LiveDocument? Live(PairDefinition pair, string name, string? shipped)
    {
        if (DocumentNames.TableOf(name) is { } table) return LiveTable(pair, name, table);
        if (PairDocument.Read(pair, name) is { } text) return new LiveDocument(name, DocumentSource.File, FileOf(pair, name), text, DocumentText.VersionOf(text));
        return shipped is null ? null : new LiveDocument(name, DocumentSource.Shipped, null, shipped, DocumentText.VersionOf(shipped));
    }

    /// <summary>The file that a document stands in, or null when it is inline or shipped.</summary>
    public static string? FileOf(PairDefinition pair, string name)
    {
        var path = DocumentNames.TableOf(name) is { } table ? PairWriter.PathOf(pair.File, "lookups", table) : pair.Documents.GetValueOrDefault(name);
        return path is null ? null : Path.Combine(FolderOf(pair), path);
    }

    /// <summary>The version that a mapping or flow document's text names, or 0.</summary>
    public static int VersionOf(string text) => DocumentText.VersionOf(text);

    internal static string FolderOf(PairDefinition pair) => Path.GetDirectoryName(Path.GetFullPath(pair.File)) ?? ".";

    private static LiveDocument? LiveTable(PairDefinition pair, string name, string table)
    {
        if (pair.Lookups[table] is not { } rows) return null;
        var file = FileOf(pair, name);
        var text = file is null ? rows.ToJsonString(Pretty) + "\n" : File.ReadAllText(file);
        var hash = DocumentText.HashOf(text);
        var version = DocumentHistory.Of(pair, name).Versions.LastOrDefault(one => one.Sha256 == hash)?.Version ?? 0;
        return new LiveDocument(name, file is null ? DocumentSource.Inline : DocumentSource.File, file, text, version);
    }
}
