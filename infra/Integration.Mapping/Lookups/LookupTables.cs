using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Integration.Mapping.Lookups.Rates;
using Integration.Mapping.Lookups.Units;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Lookups;

/// <summary>
/// The tables of a pair's configuration, an object of table by name; each table is
/// <c>{ "ignoreCase": false, "default": "…", "codes": { "code": "value" } }</c>, of which blanks around a code do not count, or a
/// <see cref="RateTable"/> (it has <c>rates</c>), or a <see cref="UnitTable"/> (it has <c>units</c>).
/// </summary>
public sealed class LookupTables : ILookups
{
    private readonly Dictionary<string, LookupTable> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RateTable> _rates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnitTable> _units = new(StringComparer.Ordinal);

    private LookupTables()
    {
    }

    /// <summary>No tables at all.</summary>
    public static LookupTables None { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => [.. _tables.Keys, .. _rates.Keys, .. _units.Keys];

    /// <summary>Reads the tables.</summary>
    /// <param name="tables">The object of tables by name.</param>
    /// <param name="where">How errors name the place, for example the pair's file and <c>lookups</c>.</param>
    /// <exception cref="DocumentException">The tables are not of the form above.</exception>
    public static LookupTables Parse(JsonObject tables, string where)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var errors = new List<string>();
        var all = new StrictObject(tables, where, errors);
        var result = new LookupTables();
        foreach (var name in all.Names)
        {
            if (all.Object(name) is not { } table)
                continue;
            if (tables[name]!["rates"] is JsonArray)
                result._rates.Add(name, RateTable.Read(table));
            else if (tables[name]!["units"] is JsonArray)
                result._units.Add(name, UnitTable.Read(table));
            else
                result._tables.Add(name, LookupTable.Read(table));
        }

        return errors.Count == 0 ? result : throw new DocumentException(errors);
    }

    /// <inheritdoc/>
    public bool TryFind(string name, string code, [NotNullWhen(true)] out JsonValue? value)
    {
        value = null;
        return _tables.TryGetValue(name, out var table) && table.TryFind(code, out value);
    }

    /// <inheritdoc/>
    public RateTable? Rates(string name) => _rates.GetValueOrDefault(name);

    /// <inheritdoc/>
    public UnitTable? Units(string name) => _units.GetValueOrDefault(name);
}
