namespace Integration.Sandbox.Records;

/// <summary>One save under way: it sees the committed rows with its own changes on top.</summary>
/// <param name="rows">The committed rows.</param>
/// <param name="now">When it is.</param>
/// <param name="numbers">Counters as they stand; the save's own from here on.</param>
internal abstract class Save<TRow, TId>(CommittedRows<TRow, TId> rows, DateTimeOffset now, Dictionary<string, long> numbers)
    where TRow : class, IRow<TRow, TId>
    where TId : struct
{
    private readonly Dictionary<TId, Committed<TRow>> _staged = [];
    private readonly Dictionary<string, TId> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<TId> _quiet = [];

    public DateTimeOffset Now { get; } = now;

    /// <summary>Counters by name.</summary>
    public Dictionary<string, long> Numbers { get; } = numbers;

    /// <summary>What this save has done so far.</summary>
    public IReadOnlyCollection<Committed<TRow>> Changes => _staged.Values;

    public TRow? Find(Place place, TId id) => _staged.TryGetValue(id, out var change) ? change.After : rows[place].Find(id);

    public TRow? Find(Place place, params IReadOnlyList<string> key)
    {
        var staged = _byKey.TryGetValue(Named(place, Table<TRow, TId>.Join(key)), out var id) && _staged.TryGetValue(id, out var change) ? change.After : null;
        if (staged is not null)
        {
            return staged;
        }

        var committed = rows[place].Find(key);
        return committed is not null && _staged.TryGetValue(committed.Id, out var changed) ? changed.After : committed;
    }

    /// <summary>All rows as they stand now; a list of its own, so that the caller may edit while it walks.</summary>
    public IReadOnlyList<TRow> All(Place place) => [.. Untouched(rows[place].Rows), .. Staged(place)];

    /// <summary>The rows whose field has this text, as they stand now, in no order.</summary>
    public IReadOnlyList<TRow> By(Place place, string field, string value)
    {
        var wanted = TRow.Compared(value);
        return [.. Untouched(rows[place].By(field, value)), .. Staged(place).Where(row => TRow.Compared(row.KeyText(field)).Equals(wanted, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>The row as it was before this save; null when this save made it.</summary>
    public TRow? Before(TRow row) => rows[row.Place].Find(row.Id);

    /// <summary>A copy of the row that may be changed, and is stored at commit.</summary>
    public TRow Edit(TRow row)
    {
        if (_staged.TryGetValue(row.Id, out var staged))
        {
            return staged.After!;
        }

        var committed = Before(row);
        return Stage(committed, (committed ?? row).Clone());
    }

    /// <summary>Adds a row; its key must be set.</summary>
    public TRow Insert(TRow row) => Stage(null, row);

    public void Delete(TRow row)
    {
        if (Before(row) is { } committed)
        {
            _staged[row.Id] = new Committed<TRow>(committed, null);
        }
        else
        {
            _staged.Remove(row.Id);
        }
    }

    /// <summary>The next value of a counter; the first is 1.</summary>
    public long Count(string counter) => Numbers[counter] = Numbers.GetValueOrDefault(counter) + 1;

    /// <summary>Tells nobody of this row, as a change by hand in the database would.</summary>
    public void Quietly(TRow row) => _quiet.Add(row.Id);

    public bool IsQuiet(TRow row) => _quiet.Contains(row.Id);

    /// <summary>Works out what follows from the changes, before they are committed.</summary>
    /// <returns>False: nothing is committed.</returns>
    public abstract bool Complete();

    private static string Named(Place place, string key) => $"{place.Table}\u0002{place.Company}\u0002{key}";

    private IEnumerable<TRow> Untouched(IEnumerable<TRow> committed) => committed.Where(row => !_staged.ContainsKey(row.Id));

    private IEnumerable<TRow> Staged(Place place) => _staged.Values.Select(change => change.After).OfType<TRow>().Where(row => row.Place == place);

    private TRow Stage(TRow? before, TRow after)
    {
        _staged[after.Id] = new Committed<TRow>(before, after);
        _byKey[Named(after.Place, rows[after.Place].KeyOf(after))] = after.Id;
        return after;
    }
}
