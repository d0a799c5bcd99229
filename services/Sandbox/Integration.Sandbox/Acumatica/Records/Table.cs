using System.Collections.Concurrent;

namespace Integration.Sandbox.Acumatica.Records;

/// <summary>The committed records of one entity, by id and by key; keys are compared without regard to case.</summary>
internal sealed class Table(IReadOnlyList<string> keys)
{
    private readonly ConcurrentDictionary<Guid, Row> _rows = new();
    private readonly ConcurrentDictionary<string, Guid> _byKey = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Row> Rows => _rows.Values;

    public Row? Find(Guid id) => _rows.GetValueOrDefault(id);

    public Row? Find(IReadOnlyList<string> values) =>
        values.Count == keys.Count && _byKey.TryGetValue(Join(values), out var id) ? Find(id) : null;

    public IReadOnlyList<Row> Sorted(Func<Row, bool> filter) =>
        [.. _rows.Values.Where(filter).OrderBy(row => Join([.. keys.Select(row.Text)]), StringComparer.OrdinalIgnoreCase)];

    public void Put(Row row)
    {
        _rows[row.Id] = row;
        _byKey[Join([.. keys.Select(row.Text)])] = row.Id;
    }

    public void Remove(Guid id)
    {
        if (_rows.TryRemove(id, out var row))
        {
            _byKey.TryRemove(Join([.. keys.Select(row.Text)]), out _);
        }
    }

    private static string Join(IEnumerable<string> values) => string.Join('\u0001', values.Select(value => value.TrimEnd(' ')));
}
