namespace Integration.Mapping.Documents;

/// <summary>A schema given as a list of paths with their types.</summary>
/// <param name="name">Its name.</param>
/// <param name="paths">All paths; those of objects and arrays that only lead to others may be left out.</param>
public sealed class PathSchema(string name, IReadOnlyDictionary<string, SchemaType> paths) : IDocumentSchema
{
    private readonly HashSet<string> _prefixes = [.. paths.Keys.SelectMany(Prefixes)];

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool Knows(string path, out SchemaType type)
    {
        if (paths.TryGetValue(path, out type))
            return true;
        type = SchemaType.Any;
        return _prefixes.Contains(path) || paths.Any(known => known.Value == SchemaType.Any && path.StartsWith(known.Key + ".", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Prefixes(string path)
    {
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1))
            yield return path[..dot];
    }
}
