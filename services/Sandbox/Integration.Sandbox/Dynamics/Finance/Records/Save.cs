using System.Globalization;

namespace Integration.Sandbox.Dynamics.Finance.Records;

/// <summary>One save under way: it sees the committed rows with its own changes on top.</summary>
internal sealed class Save(Books books, DateTimeOffset now, Dictionary<string, long> numbers)
{
    /// <summary>Number under which the version of the seed is kept.</summary>
    public const string Seed = nameof(Seed);

    private const string RecIds = "RecId";
    private const long FirstRecId = 5637144576;

    private readonly Dictionary<long, Committed> _staged = [];
    private readonly Dictionary<string, long> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<long> _quiet = [];

    public DateTimeOffset Now { get; } = now;

    /// <summary>Today, as days travel: noon in UTC.</summary>
    public DateTimeOffset Today => new(Now.UtcDateTime.Date.AddHours(12), TimeSpan.Zero);

    public Dictionary<string, long> Numbers { get; } = numbers;

    public Row New(string table, string company) => new(table, company, NextRecId());

    public Row? Find(string table, string company, params IReadOnlyList<string> keys)
    {
        var key = Table.Join(company.Length > 0 ? [company, .. keys] : keys);
        var staged = _byKey.TryGetValue($"{table}\u0002{key}", out var id) && _staged.TryGetValue(id, out var change) ? change.After : null;
        if (staged is not null)
        {
            return staged;
        }

        var committed = books.Of(table, company).Find(key);
        return committed is not null && _staged.TryGetValue(committed.RecId, out var changed) ? changed.After : committed;
    }

    /// <summary>The rows whose property has this text, as they stand now, in the order of their keys.</summary>
    public IReadOnlyList<Row> By(string table, string company, string property, string value)
    {
        var of = books.Of(table, company);
        return of.Sorted(
        [
            .. of.By(property, value).Where(row => !_staged.ContainsKey(row.RecId)),
            .. _staged.Values.Select(change => change.After).OfType<Row>()
                .Where(row => row.Table == table && row.Company == company && row.Text(property).Equals(value, StringComparison.OrdinalIgnoreCase)),
        ]);
    }

    /// <summary>All rows as they stand now.</summary>
    public IReadOnlyList<Row> All(string table, string company) =>
    [
        .. books.Of(table, company).Rows.Where(row => !_staged.ContainsKey(row.RecId)),
        .. _staged.Values.Select(change => change.After).OfType<Row>().Where(row => row.Table == table && row.Company == company),
    ];

    /// <summary>What this save has done so far.</summary>
    public IReadOnlyCollection<Committed> Changes => _staged.Values;

    /// <summary>The row as it was before this save; null when this save made it.</summary>
    public Row? Before(Row row) => books.Of(row.Table, row.Company).Find(row.RecId);

    /// <summary>A copy of the row that may be changed, and is stored at commit.</summary>
    public Row Edit(Row row)
    {
        if (_staged.TryGetValue(row.RecId, out var staged))
        {
            return staged.After!;
        }

        var copy = row.Clone();
        copy.Version++;
        _staged[row.RecId] = new Committed(row, copy);
        return copy;
    }

    /// <summary>Adds a row; its key must be set.</summary>
    public Row Insert(Row row)
    {
        _staged[row.RecId] = new Committed(null, row);
        _byKey[$"{row.Table}\u0002{books.Of(row.Table, row.Company).KeyOf(row)}"] = row.RecId;
        return row;
    }

    public void Delete(Row row)
    {
        if (Before(row) is { } committed)
        {
            _staged[row.RecId] = new Committed(committed, null);
        }
        else
        {
            _staged.Remove(row.RecId);
        }
    }

    /// <summary>The next number of a number sequence.</summary>
    public string Next(string sequence, string company, string format) => string.Format(CultureInfo.InvariantCulture, format, Count($"{sequence} {company}"));

    /// <summary>The next record ID.</summary>
    public long NextRecId() => FirstRecId + Count(RecIds);

    /// <summary>The next value of a counter; the first is 1.</summary>
    public long Count(string counter) => Numbers[counter] = Numbers.GetValueOrDefault(counter) + 1;

    /// <summary>Tells nobody of this row, as a change by hand in the database would.</summary>
    public void Quietly(Row row) => _quiet.Add(row.RecId);

    public bool IsQuiet(Committed change) => _quiet.Contains(change.Any.RecId);

    public List<Committed> Staged()
    {
        Inventory.StockEffects.Post(this, [.. _staged.Values.Where(change => !IsQuiet(change))]);
        return [.. _staged.Values];
    }
}
