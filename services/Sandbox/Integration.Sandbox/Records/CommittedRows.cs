using System.Collections.Concurrent;

namespace Integration.Sandbox.Records;

/// <summary>All committed rows of a stand-in's books, by place.</summary>
/// <param name="keysOf">Names of a table's key fields.</param>
internal sealed class CommittedRows<TRow, TId>(Func<string, IReadOnlyList<string>> keysOf)
    where TRow : class, IRow<TRow, TId>
    where TId : struct
{
    private readonly ConcurrentDictionary<Place, Table<TRow, TId>> _tables = new();

    public Table<TRow, TId> this[Place place] => _tables.GetOrAdd(place, at => new Table<TRow, TId>(keysOf(at.Table)));

    /// <summary>The rows of a table in all companies, each company's in the order of their keys.</summary>
    public IEnumerable<TRow> Everywhere(string table) =>
        _tables.Where(entry => entry.Key.Table == table).OrderBy(entry => entry.Key.Company, StringComparer.Ordinal).SelectMany(entry => entry.Value.Sorted());
}
