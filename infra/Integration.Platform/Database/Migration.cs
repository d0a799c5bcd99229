namespace Integration.Platform.Database;

/// <summary>One step of a module's schema.</summary>
/// <param name="Version">Position in the module's history, from 1 without gaps; a published version never changes.</param>
/// <param name="Name">What it does, for the log.</param>
/// <param name="Sql">Statements separated by semicolons, without parameters; the same text runs on both databases.</param>
public sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>
    /// Reads the embedded resources of <paramref name="anchor"/>'s assembly whose name contains
    /// <c>.{folder}.NNNN_name.sql</c>, in order of their number.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is none, or the numbers do not run 1, 2, 3 …</exception>
    public static IReadOnlyList<Migration> FromResources(Type anchor, string folder)
    {
        var assembly = anchor.Assembly;
        var marker = $".{folder}.";
        var found = assembly.GetManifestResourceNames()
            .Where(name => name.Contains(marker, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(assembly, name, marker))
            .ToList();
        if (found.Count == 0 || found.Where((migration, index) => migration.Version != index + 1).Any())
        {
            throw new InvalidOperationException(
                $"The embedded resources '*{marker}NNNN_name.sql' of {assembly.GetName().Name} must be numbered 0001, 0002, …");
        }

        return found;
    }

    private static Migration Read(System.Reflection.Assembly assembly, string resource, string marker)
    {
        var file = resource[(resource.LastIndexOf(marker, StringComparison.Ordinal) + marker.Length)..^".sql".Length];
        var split = file.IndexOf('_', StringComparison.Ordinal);
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new Migration(
            int.Parse(file.AsSpan(0, split), System.Globalization.CultureInfo.InvariantCulture),
            file[(split + 1)..].Replace('_', ' '),
            reader.ReadToEnd());
    }
}
