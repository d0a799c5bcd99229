namespace Integration.Connectors.Pairs;

/// <summary>Reads the mapping and flow documents that a pair file names, relative to it.</summary>
public static class PairDocument
{
    /// <summary>The document's text, or null when the pair names none and the shipped one counts.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="name">Such as <c>orders.toErp</c> or <c>orders.flow</c>.</param>
    /// <exception cref="PairFileException">The file cannot be read.</exception>
    public static string? Read(PairDefinition pair, string name)
    {
        if (!pair.Documents.TryGetValue(name, out var path)) return null;
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(pair.File)) ?? ".", path);
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PairFileException(pair.File, $"documents.{name}", failure.Message, "Correct the path; it is relative to the pair file.");
        }
    }
}
