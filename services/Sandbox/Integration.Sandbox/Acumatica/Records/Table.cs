using System.Collections.Concurrent;

namespace Integration.Sandbox.Acumatica.Records;

/// <summary>The committed records of one entity, by id and by key; keys are compared without regard to case.</summary>
internal sealed class Table(IReadOnlyList<string> keys)
{
    private readonly ConcurrentDictionary<Guid, Row> _rows = new();
    private readonly ConcurrentDictionary<string, Guid> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private long _version;
    private Order? _order;

    public IEnumerable<Row> Rows => _rows.Values;

    public Row? Find(Guid id) => _rows.GetValueOrDefault(id);

    public Row? Find(IReadOnlyList<string> values) =>
        values.Count == keys.Count && _byKey.TryGetValue(Join(values), out var id) ? Find(id) : null;

    /// <summary>The records that pass the filter, in the order of their keys.</summary>
    public IEnumerable<Row> Sorted(Func<Row, bool> filter)
    {
        var order = Volatile.Read(ref _order);
        if (order is null || order.Version != Interlocked.Read(ref _version))
        {
            var version = Interlocked.Read(ref _version);
            var ids = _rows.Values.Select(row => (row.Id, Key: string.Join('\u0001', keys.Select(key => Padded(row, key)))))
                .OrderBy(row => row.Key, StringComparer.OrdinalIgnoreCase).Select(row => row.Id).ToArray();
            order = new Order(version, ids);
            Volatile.Write(ref _order, order);
        }

        return order.Ids.Select(Find).OfType<Row>().Where(filter);
    }

    public void Put(Row row)
    {
        row.Store();
        var isNew = !_rows.ContainsKey(row.Id);
        _rows[row.Id] = row;
        _byKey[Join([.. keys.Select(row.Key)])] = row.Id;
        if (isNew)
        {
            Interlocked.Increment(ref _version);
        }
    }

    public void Remove(Guid id)
    {
        if (_rows.TryRemove(id, out var row))
        {
            _byKey.TryRemove(Join([.. keys.Select(row.Key)]), out _);
            Interlocked.Increment(ref _version);
        }
    }

    /// <summary>The values of a key as one text.</summary>
    public static string Join(IEnumerable<string> values) => string.Join('\u0001', values.Select(value => value.TrimEnd(' ')));

    // Numbers sort as numbers.
    private static string Padded(Row row, string key) => row.Values.GetValueOrDefault(key) is long ? row.Key(key).PadLeft(20, '0') : row.Text(key);

    private sealed record Order(long Version, Guid[] Ids);
}
