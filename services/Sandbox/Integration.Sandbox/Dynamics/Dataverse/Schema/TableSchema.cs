using System.Diagnostics.CodeAnalysis;

namespace Integration.Sandbox.Dynamics.Dataverse.Schema;

/// <summary>A table; columns may be added while it is in use.</summary>
internal sealed class TableSchema(string name, string set, string id, string nameColumn, IReadOnlyDictionary<string, ChildLink> children, IEnumerable<Column> columns)
{
    private readonly Lock _gate = new();
    private volatile Shape _shape = new(columns);

    /// <summary>Logical name.</summary>
    public string Name { get; } = name;

    /// <summary>Name of the entity set.</summary>
    public string Set { get; } = set;

    /// <summary>Name of the primary key column.</summary>
    public string Id { get; } = id;

    /// <summary>Name of the column that people know a record by.</summary>
    public string NameColumn { get; } = nameColumn;

    /// <summary>Qualified name of its type.</summary>
    public string TypeName => $"Microsoft.Dynamics.CRM.{Name}";

    /// <summary>Collection-valued navigation properties by name.</summary>
    public IReadOnlyDictionary<string, ChildLink> Children { get; } = children;

    /// <summary>Every column in order.</summary>
    public IReadOnlyList<Column> Columns => _shape.Columns;

    public Column this[string column] => _shape.ByName[column];

    public Column? Find(string column) => _shape.ByName.GetValueOrDefault(column);

    /// <summary>The column that is read under this name; names are case-sensitive.</summary>
    public Column? FindWire(string name) => _shape.ByWire.GetValueOrDefault(name);

    /// <summary>The single-valued navigation property of this name.</summary>
    public bool TryNavigation(string name, [NotNullWhen(true)] out Column? column, [NotNullWhen(true)] out string? target)
    {
        (column, target) = _shape.ByNavigation.GetValueOrDefault(name);
        return column is not null && target is not null;
    }

    /// <summary>The navigation property that leads from a lookup to a table.</summary>
    public static string? NavigationOf(Column lookup, string target) => lookup.Navigations.Where(navigation => navigation.Target == target).Select(navigation => navigation.Name).FirstOrDefault();

    /// <summary>Adds a column, or replaces one of the same name.</summary>
    public void Add(Column column)
    {
        lock (_gate)
        {
            _shape = new Shape([.. _shape.Columns.Where(kept => kept.Name != column.Name), column]);
        }
    }

    private sealed class Shape
    {
        public Shape(IEnumerable<Column> columns)
        {
            Columns = [.. columns];
            ByName = Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
            ByWire = Columns.ToDictionary(column => column.WireName, StringComparer.Ordinal);
            ByNavigation = Columns.SelectMany(column => column.Navigations.Select(navigation => (navigation.Name, Column: column, navigation.Target)))
                .ToDictionary(found => found.Name, found => (found.Column, found.Target), StringComparer.Ordinal);
        }

        public IReadOnlyList<Column> Columns { get; }

        public Dictionary<string, Column> ByName { get; }

        public Dictionary<string, Column> ByWire { get; }

        public Dictionary<string, (Column Column, string Target)> ByNavigation { get; }
    }
}
