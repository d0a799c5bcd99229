using System.Globalization;
using System.Text.Json;
using Integration.Connectors.Pairs;
using Integration.Contracts.Serialization;

namespace Integration.Connectors.Publishing;

/// <summary>
/// Every text that a pair published, in <c>history/PAIR/DOCUMENT</c> beside the pair file: the text itself as <c>VERSION-HASH.json</c> and, once it
/// is whole, who brought it and when as <c>VERSION-HASH.entry.json</c>. Nothing in it is ever changed.
/// </summary>
public sealed class DocumentHistory
{
    /// <summary>The folder beside the pair files; the pair catalog does not look into it.</summary>
    public const string Folder = "history";

    private const string Entry = ".entry.json";
    private static readonly JsonSerializerOptions Json = new(ContractsJson.Options) { WriteIndented = true };
    private readonly string _folder;

    private DocumentHistory(string folder) => _folder = folder;

    /// <summary>The history of one document of a pair.</summary>
    public static DocumentHistory Of(PairDefinition pair, string name) => new(Path.Combine(FolderOf(pair), name));

    /// <summary>The documents and lookups of a pair that have one.</summary>
    public static IReadOnlyList<string> NamesOf(PairDefinition pair) => Directory.Exists(FolderOf(pair))
        ? [.. Directory.EnumerateDirectories(FolderOf(pair)).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Everything kept, the oldest first.</summary>
    public IReadOnlyList<DocumentVersion> Versions => !Directory.Exists(_folder)
        ? []
        : [.. Directory.EnumerateFiles(_folder, "*" + Entry).Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<DocumentVersion>(File.ReadAllText(file), Json)).OfType<DocumentVersion>()
            .OrderBy(version => version.Version).ThenBy(version => version.At)];

    /// <summary>The text of a version.</summary>
    public string TextOf(DocumentVersion version) => File.ReadAllText(FileOf(version) + ".json");

    internal static string FolderOf(PairDefinition pair) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(pair.File)) ?? ".", Folder, pair.Name);

    internal void Add(DocumentVersion version, string text)
    {
        WholeFile.Write(FileOf(version) + ".json", text);
        // Written last: what has no entry was broken off and counts as never kept.
        WholeFile.Write(FileOf(version) + Entry, JsonSerializer.Serialize(version, Json));
    }

    private string FileOf(DocumentVersion version) =>
        Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{version.Version:D6}-{version.Sha256[..8]}"));
}
