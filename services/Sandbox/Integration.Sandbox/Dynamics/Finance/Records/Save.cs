using System.Globalization;
using Integration.Sandbox.Records;

namespace Integration.Sandbox.Dynamics.Finance.Records;

/// <summary>One save of an environment's rows under way.</summary>
internal sealed class Save(CommittedRows<Row, long> rows, DateTimeOffset now, Dictionary<string, long> numbers) : Save<Row, long>(rows, now, numbers)
{
    private const string RecIds = "RecId";
    private const long FirstRecId = 5637144576;

    private readonly CommittedRows<Row, long> _rows = rows;

    /// <summary>Today, as days travel: noon in UTC.</summary>
    public DateTimeOffset Today => new(Now.UtcDateTime.Date.AddHours(12), TimeSpan.Zero);

    public Row New(string table, string company) => new(table, company, NextRecId());

    /// <summary>The row of this key as it stands now; the legal entity is part of the key where a table has one.</summary>
    public Row? Find(string table, string company, params IReadOnlyList<string> keys) => Find(new Place(table, company), company.Length > 0 ? [company, .. keys] : keys);

    /// <summary>The rows whose property has this text, as they stand now, in the order of their keys.</summary>
    public IReadOnlyList<Row> By(string table, string company, string property, string value) => _rows[new Place(table, company)].Sorted(By(new Place(table, company), property, value));

    /// <summary>All rows as they stand now.</summary>
    public IReadOnlyList<Row> All(string table, string company) => All(new Place(table, company));

    /// <summary>The next number of a number sequence.</summary>
    public string Next(string sequence, string company, string format) => string.Format(CultureInfo.InvariantCulture, format, Count($"{sequence} {company}"));

    /// <summary>The next record ID.</summary>
    public long NextRecId() => FirstRecId + Count(RecIds);

    public override bool Complete()
    {
        Inventory.StockEffects.Post(this, [.. Changes.Where(change => !IsQuiet(change.Row))]);
        return true;
    }
}
