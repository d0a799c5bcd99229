using System.Collections.Concurrent;

namespace Integration.Sandbox.Records;

/// <summary>
/// The committed rows of one place, by id and by key; texts are compared without regard to case.
/// Readers need no turn; only one save writes at a time.
/// </summary>
internal sealed class Table<TRow, TId>(IReadOnlyList<string> keys)
    where TRow : class, IRow<TRow, TId>
    where TId : struct
{
    private readonly ConcurrentDictionary<TId, TRow> _rows = new();
    private readonly ConcurrentDictionary<string, TId> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _indexing = new();
    private readonly List<IRowIndex<TRow>> _indexes = [];
    private readonly Dictionary<string, TextIndex<TRow, TId>> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StampIndex<TRow, TId>> _stamps = new(StringComparer.Ordinal);
    private long _version;
    private Order? _order;

    public IEnumerable<TRow> Rows => _rows.Values;

    public TRow? Find(TId id) => _rows.GetValueOrDefault(id);

    /// <summary>The row with these values in its key fields.</summary>
    public TRow? Find(IReadOnlyList<string> key) => key.Count == keys.Count && _byKey.TryGetValue(Join(key), out var id) ? Find(id) : null;

    /// <summary>The rows whose field has this text, in no order. A field asked for once is kept indexed.</summary>
    public IReadOnlyList<TRow> By(string field, string value)
    {
        lock (_indexing)
        {
            var index = Kept(_texts, field, () => new TextIndex<TRow, TId>(row => TRow.Compared(row.KeyText(field)), StringComparer.OrdinalIgnoreCase));
            return Found(index.Of(TRow.Compared(value)));
        }
    }

    /// <summary>The rows whose instant is not earlier, in its order. A field asked for once is kept indexed.</summary>
    public IReadOnlyList<TRow> Since(string field, DateTimeOffset from)
    {
        lock (_indexing)
        {
            var index = Kept(_stamps, field, () => new StampIndex<TRow, TId>(row => row.Instant(field)));
            return Found(index.From((from, default)).Select(stamp => stamp.Id));
        }
    }

    /// <summary>The rows that pass the filter, null for all, in the order of their keys.</summary>
    public IEnumerable<TRow> Sorted(Func<TRow, bool>? filter = null)
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

        return order.Ids.Select(Find).OfType<TRow>().Where(filter ?? (_ => true));
    }

    /// <summary>These rows in the order of their keys.</summary>
    public IReadOnlyList<TRow> Sorted(IEnumerable<TRow> rows) =>
    [
        .. rows.Select(row => (Row: row, Key: string.Join('\u0001', keys.Select(row.SortText))))
            .OrderBy(row => row.Key, StringComparer.OrdinalIgnoreCase).Select(row => row.Row),
    ];

    public void Put(TRow row)
    {
        var before = Find(row.Id);
        lock (_indexing)
        {
            _rows[row.Id] = row;
            foreach (var index in _indexes)
            {
                if (before is not null)
                {
                    index.Remove(before);
                }

                index.Add(row);
            }
        }

        _byKey[KeyOf(row)] = row.Id;
        if (before is null)
        {
            Interlocked.Increment(ref _version);
        }
    }

    public void Remove(TId id)
    {
        TRow? row;
        lock (_indexing)
        {
            if (!_rows.TryRemove(id, out row))
            {
                return;
            }

            _indexes.ForEach(index => index.Remove(row));
        }

        // A row of the same key may have taken its place in the same save.
        _byKey.TryRemove(KeyValuePair.Create(KeyOf(row), id));
        Interlocked.Increment(ref _version);
    }

    /// <summary>The key of a row as one text.</summary>
    public string KeyOf(TRow row) => Join(keys.Select(row.KeyText));

    /// <summary>The values of a key as one text.</summary>
    public static string Join(IEnumerable<string> values) => string.Join('\u0001', values.Select(TRow.Compared));

    private TIndex Kept<TIndex>(Dictionary<string, TIndex> kept, string field, Func<TIndex> begin) where TIndex : IRowIndex<TRow>
    {
        if (kept.TryGetValue(field, out var index))
        {
            return index;
        }

        index = begin();
        foreach (var row in _rows.Values)
        {
            index.Add(row);
        }

        _indexes.Add(index);
        return kept[field] = index;
    }

    private List<TRow> Found(IEnumerable<TId> ids) => [.. ids.Select(Find).OfType<TRow>()];

    private sealed record Order(long Version, TId[] Ids);
}
