using System.Collections.Concurrent;

namespace Integration.Sandbox.Acumatica.Records;

/// <summary>The committed records of one entity, by id and by key; keys are compared without regard to case.</summary>
internal sealed class Table(IReadOnlyList<string> keys)
{
    private readonly ConcurrentDictionary<Guid, Row> _rows = new();
    private readonly ConcurrentDictionary<string, Guid> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _indexing = new();
    private readonly Dictionary<string, IRowIndex> _indexes = new(StringComparer.Ordinal);
    private long _version;
    private Order? _order;

    public IEnumerable<Row> Rows => _rows.Values;

    public Row? Find(Guid id) => _rows.GetValueOrDefault(id);

    public Row? Find(IReadOnlyList<string> values) =>
        values.Count == keys.Count && _byKey.TryGetValue(Join(values), out var id) ? Find(id) : null;

    /// <summary>The records whose field has this text, in no order. A field asked for once is kept indexed.</summary>
    public IReadOnlyList<Row> By(string field, string value)
    {
        lock (_indexing)
        {
            return Found(Index(field, path => new FieldIndex(path)).Of(value));
        }
    }

    /// <summary>The records whose instant is not earlier, in no order. A field asked for once is kept indexed.</summary>
    public IReadOnlyList<Row> Since(string field, DateTimeOffset from)
    {
        lock (_indexing)
        {
            return Found(Index(field, name => new StampIndex(name)).Since(from));
        }
    }

    /// <summary>The records that pass the filter, null for all, in the order of their keys.</summary>
    public IEnumerable<Row> Sorted(Func<Row, bool>? filter)
    {
        var order = Volatile.Read(ref _order);
        if (order is null || order.Version != Interlocked.Read(ref _version))
        {
            if (filter is not null)
            {
                // Sorting all for the sake of a few would make a growing table slow.
                return Sorted(_rows.Values.Where(filter));
            }

            var version = Interlocked.Read(ref _version);
            order = new Order(version, [.. Sorted(_rows.Values).Select(row => row.Id)]);
            Volatile.Write(ref _order, order);
        }

        return order.Ids.Select(Find).OfType<Row>().Where(filter ?? (_ => true));
    }

    /// <summary>These records in the order of their keys.</summary>
    public IReadOnlyList<Row> Sorted(IEnumerable<Row> rows) =>
    [
        .. rows.Select(row => (Row: row, Key: string.Join('\u0001', keys.Select(key => Padded(row, key)))))
            .OrderBy(row => row.Key, StringComparer.OrdinalIgnoreCase).Select(row => row.Row),
    ];

    public void Put(Row row)
    {
        row.Store();
        var before = Find(row.Id);
        lock (_indexing)
        {
            _rows[row.Id] = row;
            foreach (var index in _indexes.Values)
            {
                if (before is not null)
                {
                    index.Remove(before);
                }

                index.Add(row);
            }
        }

        _byKey[Join([.. keys.Select(row.Key)])] = row.Id;
        if (before is null)
        {
            Interlocked.Increment(ref _version);
        }
    }

    public void Remove(Guid id)
    {
        Row? row;
        lock (_indexing)
        {
            if (_rows.TryRemove(id, out row))
            {
                foreach (var index in _indexes.Values)
                {
                    index.Remove(row);
                }
            }
        }

        if (row is not null)
        {
            _byKey.TryRemove(Join([.. keys.Select(row.Key)]), out _);
            Interlocked.Increment(ref _version);
        }
    }

    /// <summary>The values of a key as one text.</summary>
    public static string Join(IEnumerable<string> values) => string.Join('\u0001', values.Select(value => value.TrimEnd(' ')));

    private TIndex Index<TIndex>(string field, Func<string, TIndex> begin) where TIndex : class, IRowIndex
    {
        if (_indexes.TryGetValue(field, out var kept))
        {
            return (TIndex)kept;
        }

        var index = begin(field);
        foreach (var row in _rows.Values)
        {
            index.Add(row);
        }

        _indexes[field] = index;
        return index;
    }

    private List<Row> Found(IReadOnlyList<Guid> ids) => [.. ids.Select(Find).OfType<Row>()];

    // Numbers sort as numbers.
    private static string Padded(Row row, string key) => row.Values.GetValueOrDefault(key) is long ? row.Key(key).PadLeft(20, '0') : row.Text(key);

    private sealed record Order(long Version, Guid[] Ids);
}
