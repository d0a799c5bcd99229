using Integration.Sandbox.Dynamics.Dataverse.Schema;
using Integration.Sandbox.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Records;

/// <summary>
/// One record: values by logical name (string, decimal, long, bool, DateTimeOffset, Guid or <see cref="Reference"/>), the empty ones left out.
/// A record that is stored is never changed; a transaction works on a clone.
/// </summary>
internal sealed class Record : IIdentified<Guid>
{
    private readonly Dictionary<string, object> _values;

    public Record(TableSchema table, Guid id)
        : this(table, id, new Dictionary<string, object>(StringComparer.Ordinal) { [table.Id] = id })
    {
    }

    private Record(TableSchema table, Guid id, Dictionary<string, object> values)
    {
        Table = table;
        Id = id;
        _values = values;
    }

    public TableSchema Table { get; }

    public Guid Id { get; }

    public IReadOnlyDictionary<string, object> Values => _values;

    /// <summary>Grows with every change in the organization; the base of the ETag.</summary>
    public long Version => Whole("versionnumber");

    public string ETag => $"W/\"{Version}\"";

    public Reference Reference => new(Table.Name, Id);

    public object? this[string column] => _values.GetValueOrDefault(column);

    public string Text(string column) => _values.GetValueOrDefault(column) as string ?? "";

    public decimal? Number(string column) => _values.GetValueOrDefault(column) as decimal?;

    public long Whole(string column) => _values.GetValueOrDefault(column) is long number ? number : 0;

    public bool Flag(string column) => _values.GetValueOrDefault(column) is true;

    public DateTimeOffset? Instant(string column) => _values.GetValueOrDefault(column) as DateTimeOffset?;

    public Reference? Link(string column) => _values.GetValueOrDefault(column) as Reference;

    /// <summary>Sets a value; null empties the column.</summary>
    public Record Set(string column, object? value)
    {
        if (value is null)
        {
            _values.Remove(column);
        }
        else
        {
            _values[column] = value is int number ? (long)number : value;
        }

        return this;
    }

    public Record Clone() => new(Table, Id, new Dictionary<string, object>(_values, StringComparer.Ordinal));
}
