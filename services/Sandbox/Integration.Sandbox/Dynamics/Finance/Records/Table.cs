using System.Collections.Concurrent;
using System.Globalization;

namespace Integration.Sandbox.Dynamics.Finance.Records;

/// <summary>The committed rows of one table and legal entity. Readers need no turn; only one save writes at a time.</summary>
internal sealed class Table(IReadOnlyList<string> keys)
{
    private readonly ConcurrentDictionary<long, Row> _rows = new();
    private readonly ConcurrentDictionary<string, long> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _indexing = new();
    private readonly Dictionary<string, IRowIndex> _indexes = new(StringComparer.Ordinal);
    private long _version;
    private Order? _order;

    public IEnumerable<Row> Rows => _rows.Values;

    public Row? Find(long recId) => _rows.GetValueOrDefault(recId);

    public Row? Find(string key) => _byKey.TryGetValue(key, out var id) ? Find(id) : null;

    /// <summary>The rows whose property has this text, in no order. A property asked for once is kept indexed.</summary>
    public IReadOnlyList<Row> By(string property, string value)
    {
        lock (_indexing)
        {
            return Found(Index(property, name => new FieldIndex(name)).Of(value));
        }
    }

    /// <summary>The rows whose instant is not earlier, in no order. A property asked for once is kept indexed.</summary>
    public IReadOnlyList<Row> Since(string property, DateTimeOffset from)
    {
        lock (_indexing)
        {
            return Found(Index($"{property} since", _ => new StampIndex(property)).Since(from));
        }
    }

    /// <summary>All rows in the order of their keys.</summary>
    public IEnumerable<Row> Sorted()
    {
        var order = Volatile.Read(ref _order);
        var version = Interlocked.Read(ref _version);
        if (order is null || order.Version != version)
        {
            order = new Order(version, [.. Sorted(_rows.Values).Select(row => row.RecId)]);
            Volatile.Write(ref _order, order);
        }

        return order.Ids.Select(Find).OfType<Row>();
    }

    /// <summary>These rows in the order of their keys.</summary>
    public IReadOnlyList<Row> Sorted(IEnumerable<Row> rows) =>
        [.. rows.Select(row => (Row: row, Key: string.Join('\u0001', keys.Select(key => Padded(row, key))))).OrderBy(row => row.Key, StringComparer.OrdinalIgnoreCase).Select(row => row.Row)];

    public void Put(Row row)
    {
        var before = Find(row.RecId);
        lock (_indexing)
        {
            _rows[row.RecId] = row;
            foreach (var index in _indexes.Values)
            {
                if (before is not null)
                {
                    index.Remove(before);
                }

                index.Add(row);
            }
        }

        _byKey[KeyOf(row)] = row.RecId;
        if (before is null)
        {
            Interlocked.Increment(ref _version);
        }
    }

    public void Remove(long recId)
    {
        Row? row;
        lock (_indexing)
        {
            if (!_rows.TryRemove(recId, out row))
            {
                return;
            }

            foreach (var index in _indexes.Values)
            {
                index.Remove(row);
            }
        }

        // A row of the same key may have taken its place in the same save.
        _byKey.TryRemove(KeyValuePair.Create(KeyOf(row), recId));
        Interlocked.Increment(ref _version);
    }

    public string KeyOf(Row row) => Join(keys.Select(row.Text));

    /// <summary>The values of a key as one text.</summary>
    public static string Join(IEnumerable<string> values) => string.Join('\u0001', values);

    private TIndex Index<TIndex>(string name, Func<string, TIndex> begin) where TIndex : class, IRowIndex
    {
        if (_indexes.TryGetValue(name, out var kept))
        {
            return (TIndex)kept;
        }

        var index = begin(name);
        foreach (var row in _rows.Values)
        {
            index.Add(row);
        }

        _indexes[name] = index;
        return index;
    }

    private List<Row> Found(IReadOnlyList<long> ids) => [.. ids.Select(Find).OfType<Row>()];

    // Numbers sort as numbers.
    private static string Padded(Row row, string key) =>
        row[key] is decimal number ? number.ToString("00000000000000000000.0000000000", CultureInfo.InvariantCulture) : row.Text(key);

    private sealed record Order(long Version, long[] Ids);
}
