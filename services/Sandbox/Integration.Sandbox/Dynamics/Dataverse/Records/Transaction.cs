using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Records;

/// <summary>One transaction under way: it sees the committed records with its own changes on top.</summary>
internal sealed class Transaction(Books books, DateTimeOffset now, long numbers)
{
    private readonly Dictionary<Guid, Committed> _staged = [];

    /// <summary>Whole seconds, as the database keeps stamps.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>User on whose behalf changes are made.</summary>
    public Guid User { get; set; }

    /// <summary>The caller's <c>tag</c>, which comes with what it changes.</summary>
    public string? Tag { get; set; }

    /// <summary>True: what it changes was copied from another system, and is not copied back.</summary>
    public bool IsCopied { get; set; }

    /// <summary>Count of automatic numbers given so far.</summary>
    public long Numbers { get; private set; } = numbers;

    /// <summary>What was changed, in order.</summary>
    public IReadOnlyCollection<Committed> Staged => _staged.Values;

    public OrganizationSchema Schema => books.Schema;

    public Record? Find(string table, Guid id) => _staged.TryGetValue(id, out var change) ? change.After : books.Table(table).Find(id);

    public Record? Find(Reference? reference) => reference is null ? null : Find(reference.Table, reference.Id);

    /// <summary>The records with these values, as they stand now, in the order of the ids.</summary>
    public IReadOnlyList<Record> By(string table, IReadOnlyList<string> columns, params IReadOnlyList<object> values) =>
    [
        .. books.Table(table).By(columns, values).Where(record => !_staged.ContainsKey(record.Id)),
        .. _staged.Values.Select(change => change.After).OfType<Record>().Where(record => record.Table.Name == table && KeyText.Fits(record, columns, values)).OrderBy(record => record.Id),
    ];

    /// <summary>The first of them, or null.</summary>
    public Record? First(string table, IReadOnlyList<string> columns, params IReadOnlyList<object> values) => By(table, columns, values) is [var first, ..] ? first : null;

    /// <summary>The records whose lookup points to this one.</summary>
    public IReadOnlyList<Record> Children(string table, string lookup, Guid id) => By(table, [lookup], new Reference("", id));

    /// <summary>Every record of a table as it stands now.</summary>
    public IReadOnlyList<Record> All(string table) =>
    [
        .. books.Table(table).All().Where(record => !_staged.ContainsKey(record.Id)),
        .. _staged.Values.Select(change => change.After).OfType<Record>().Where(record => record.Table.Name == table),
    ];

    /// <summary>A copy of the record that may be changed, and is stored at commit.</summary>
    public Record Edit(Record record)
    {
        if (_staged.TryGetValue(record.Id, out var staged))
        {
            return staged.After!;
        }

        var committed = books.Table(record.Table.Name).Find(record.Id);
        var copy = (committed ?? record).Clone();
        _staged[record.Id] = new Committed(committed, copy) { Tag = Tag };
        return copy;
    }

    public Record Insert(Record record)
    {
        _staged[record.Id] = new Committed(null, record) { Tag = Tag };
        return record;
    }

    public void Delete(Record record)
    {
        if (books.Table(record.Table.Name).Find(record.Id) is { } committed)
        {
            _staged[record.Id] = new Committed(committed, null) { Tag = Tag };
        }
        else
        {
            _staged.Remove(record.Id);
        }
    }

    /// <summary>Remembers that the caller itself sent these columns.</summary>
    public void Touch(Record record, IEnumerable<string> columns)
    {
        var change = _staged[record.Id];
        change.Depth = 1;
        change.Touched.UnionWith(columns);
    }

    /// <summary>Leaves the stamp of a record as it is and tells nobody, as a change by hand in the database would.</summary>
    public void Quietly(Record record) => _staged[record.Id].IsQuiet = true;

    /// <summary>The next automatic number.</summary>
    public long Next() => ++Numbers;
}
