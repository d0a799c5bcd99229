using System.Globalization;
using Integration.Sandbox.Records;

namespace Integration.Sandbox.Dynamics.Finance.Records;

/// <summary>
/// A row of a table: texts, numbers (decimal) and instants by property name. What was never set is empty: the empty text, 0, no instant.
/// Names that begin with an underscore are the stand-in's own and in no entity.
/// </summary>
internal sealed class Row(string table, string company, long recId) : IRow<Row, long>
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    public string Table => table;

    /// <summary>Legal entity in lower case; empty for rows that all share.</summary>
    public string Company => company;

    public long RecId => recId;

    long IIdentified<long>.Id => recId;

    public Place Place => new(table, company);

    /// <summary>Counts the changes; with the record ID it makes the ETag.</summary>
    public int Version { get; set; } = 1;

    public IReadOnlyDictionary<string, object> Values => _values;

    public object? this[string name] => name == "dataAreaId" ? company : _values.GetValueOrDefault(name);

    public string Text(string name) => this[name] switch
    {
        string text => text,
        decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        _ => "",
    };

    public static string Compared(string text) => text;

    public string KeyText(string path) => Text(path);

    public string SortText(string field) => this[field] is decimal number ? number.ToString("00000000000000000000.0000000000", CultureInfo.InvariantCulture) : Text(field);

    public decimal Number(string name) => this[name] is decimal number ? number : 0m;

    public DateTimeOffset? Instant(string name) => this[name] as DateTimeOffset?;

    public bool Is(string name) => Text(name) == "Yes";

    /// <summary>Sets a value; null, the empty text and 0 take it away.</summary>
    public Row Set(string name, object? value)
    {
        object? kept = value switch
        {
            bool flag => flag ? "Yes" : "No",
            int or long => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
            _ => value,
        };
        if (kept is null or "" or 0m)
        {
            _values.Remove(name);
        }
        else
        {
            _values[name] = kept;
        }

        return this;
    }

    /// <summary>Sets a value unless there is one.</summary>
    public Row Default(string name, object? value) => _values.ContainsKey(name) ? this : Set(name, value);

    /// <summary>A copy that may be changed: the next version.</summary>
    public Row Clone()
    {
        var copy = new Row(table, company, recId) { Version = Version + 1 };
        foreach (var (name, value) in _values)
        {
            copy._values[name] = value;
        }

        return copy;
    }
}
