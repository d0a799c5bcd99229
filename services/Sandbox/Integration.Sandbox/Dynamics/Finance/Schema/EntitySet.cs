namespace Integration.Sandbox.Dynamics.Finance.Schema;

/// <summary>An entity set: a view of the rows of one table.</summary>
internal sealed class EntitySet(string name, string typeName, IReadOnlyList<string> keys, IReadOnlyList<Property> properties, IReadOnlyList<Navigation> navigations)
{
    private readonly Dictionary<string, Property> _properties = properties.ToDictionary(property => property.Name, StringComparer.Ordinal);

    public string Name => name;

    /// <summary>The entity's type, with its namespace.</summary>
    public string TypeName => $"{Metadata.Namespace}.{typeName}";

    public IReadOnlyList<string> Keys => keys;

    public IReadOnlyList<Property> Properties => properties;

    public IReadOnlyList<Navigation> Navigations => navigations;

    /// <summary>The table that its rows lie in.</summary>
    public string Table { get; } = Tables.Of(name);

    /// <summary>True: every row belongs to a legal entity.</summary>
    public bool HasCompany { get; } = keys.Contains("dataAreaId");

    /// <summary>True: rows are counted together from others, and have no version of their own.</summary>
    public bool IsAggregate { get; } = name is "WarehousesOnHandV2" or "InventorySitesOnHandV2";

    public Property? Find(string property) => _properties.GetValueOrDefault(property);
}
