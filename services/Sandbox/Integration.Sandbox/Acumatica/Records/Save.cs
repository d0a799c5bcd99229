using System.Globalization;

namespace Integration.Sandbox.Acumatica.Records;

/// <summary>One save under way: it sees the committed rows with its own changes on top.</summary>
internal sealed class Save(Tenant tenant, DateTimeOffset now, Dictionary<string, long> numbers)
{
    /// <summary>Number under which the version of the seed is kept.</summary>
    public const string Books = nameof(Books);

    private readonly Dictionary<Guid, Committed> _staged = [];
    private readonly Dictionary<string, Guid> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Guid> _quiet = [];

    public DateTimeOffset Now { get; } = now;

    public Dictionary<string, long> Numbers { get; } = numbers;

    /// <summary>Set when a business rule refused the save: nothing staged is committed.</summary>
    public bool IsRefused { get; set; }

    public Row New(string entity) => Row.New(tenant.Endpoint, entity);

    public Row? Find(string entity, params IReadOnlyList<string> keys)
    {
        var staged = _byKey.TryGetValue(KeyOf(entity, keys), out var id) && _staged.TryGetValue(id, out var change) ? change.After : null;
        return staged ?? Current(tenant.Find(entity, keys));
    }

    public Row? Find(string entity, Guid id) =>
        _staged.TryGetValue(id, out var change) ? change.After : tenant.Find(entity, id);

    /// <summary>All records as they stand now; a list of its own, so that the caller may edit while it walks.</summary>
    public IReadOnlyList<Row> All(string entity) =>
    [
        .. tenant.Rows(entity).Where(row => !_staged.ContainsKey(row.Id)),
        .. _staged.Values.Where(change => change.Entity == entity && change.After is not null).Select(change => change.After!),
    ];

    /// <summary>The records whose field has this text, as they stand now.</summary>
    public IReadOnlyList<Row> By(string entity, string field, string value) =>
    [
        .. tenant.By(entity, field, value).Where(row => !_staged.ContainsKey(row.Id)),
        .. _staged.Values.Where(change => change.Entity == entity).Select(change => change.After).OfType<Row>()
            .Where(row => row.Text(field).TrimEnd(' ').Equals(value.TrimEnd(' '), StringComparison.OrdinalIgnoreCase)),
    ];

    /// <summary>A copy of the record that may be changed, and is stored at commit.</summary>
    public Row Edit(Row row)
    {
        if (_staged.TryGetValue(row.Id, out var staged))
        {
            return staged.After!;
        }

        var committed = tenant.Find(row.Schema.Name, row.Id);
        var copy = (committed ?? row).Clone();
        Stage(row.Id, new Committed(row.Schema.Name, committed, copy));
        return copy;
    }

    public Row Insert(Row row)
    {
        Stage(row.Id, new Committed(row.Schema.Name, null, row));
        return row;
    }

    public void Delete(Row row)
    {
        if (tenant.Find(row.Schema.Name, row.Id) is { } committed)
        {
            _staged[row.Id] = new Committed(row.Schema.Name, committed, null);
        }
        else
        {
            _staged.Remove(row.Id);
        }
    }

    /// <summary>The next number of a numbering sequence.</summary>
    public string Next(string sequence, string prefix)
    {
        var value = Numbers[sequence] = Numbers.GetValueOrDefault(sequence) + 1;
        return prefix + value.ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>Leaves the stamp of a record as it is and tells nobody, as a change by hand in the database would.</summary>
    public void Quietly(Row row) => _quiet.Add(row.Id);

    public bool IsQuiet(Committed change) => _quiet.Contains(change.Id);

    public List<Committed> Staged()
    {
        Inventory.StockLedger.Post(this, [.. _staged.Values]);
        foreach (var row in _staged.Values.Select(change => change.After).OfType<Row>().Where(row => !_quiet.Contains(row.Id)))
        {
            Stamp(row);
        }

        return [.. _staged.Values];
    }

    private void Stage(Guid id, Committed change)
    {
        _staged[id] = change;
        var keys = tenant.Endpoint.TopLevel(change.Entity)!.Keys;
        _byKey[KeyOf(change.Entity, keys.Select(change.After!.Key))] = id;
    }

    private static string KeyOf(string entity, IEnumerable<string> keys) => $"{entity}\u0001{Table.Join(keys)}";

    private void Stamp(Row row)
    {
        foreach (var field in (string[])["LastModified", "LastModifiedDateTime", "LastModifiedDate"])
        {
            if (row.Schema.Find(field) is { Scalar: Schema.FieldType.DateTime })
            {
                row.Set(field, Now);
            }
        }

        foreach (var field in (string[])["CreatedDateTime", "CreatedDate"])
        {
            if (row.Schema.Find(field) is not null)
            {
                row.Default(field, Now);
            }
        }

        if (row.Schema.Find("NoteID") is not null)
        {
            row.Set("NoteID", row.Id);
        }
    }

    private Row? Current(Row? committed) =>
        committed is not null && _staged.TryGetValue(committed.Id, out var change) ? change.After : committed;
}
