using Integration.Connectors.Xml;

namespace Integration.Dynamics.Dataverse.Protocol;

/// <summary>
/// What <c>$metadata</c> says that no documentation can: in which case the navigations of custom lookups are spelt, which follows whoever made the column, and whether dates are
/// <c>Edm.Date</c>.
/// </summary>
internal sealed class OrganizationModel
{
    // Those of large organizations have some ten million.
    private const long MostCharacters = 100_000_000;

    private readonly Dictionary<string, string> _navigations = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);

    private OrganizationModel()
    {
    }

    /// <summary>Reads the tables that are wanted; null when the text is no metadata.</summary>
    public static OrganizationModel? Read(Stream metadata, IReadOnlyCollection<string> tables)
    {
        var model = new OrganizationModel();
        try
        {
            string? table = null;
            foreach (var part in GuardedXml.Elements(metadata, MostCharacters))
            {
                if (part is { IsEnd: true, Name: "EntityType" }) table = null;
                if (part.IsEnd || part["Name"] is not { } name) continue;
                if (part.Name == "EntityType") table = tables.Contains(name) && !part.IsEmpty ? name : null;
                else if (table is not null && part.Name == "NavigationProperty") model._navigations.TryAdd($"{table}.{name}", name);
                else if (table is not null && part.Name == "Property") model._types.TryAdd($"{table}.{name}", part["Type"] ?? "");
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return model._types.Count > 0 ? model : null;
    }

    /// <summary>The navigation as this organization spells it; null when it has none.</summary>
    public string? Navigation(string table, string name) => _navigations.GetValueOrDefault($"{table}.{name}");

    /// <summary>True for a column that takes a date without a time.</summary>
    public bool IsDate(string table, string column) => _types.GetValueOrDefault($"{table}.{column}") == "Edm.Date";
}
