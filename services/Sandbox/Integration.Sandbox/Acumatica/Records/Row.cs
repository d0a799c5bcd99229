using System.Globalization;
using Integration.Sandbox.Acumatica.Schema;
using Integration.Sandbox.Records;

namespace Integration.Sandbox.Acumatica.Records;

/// <summary>
/// One record as the tenant keeps it: scalars by name (string, decimal, long, bool, DateTimeOffset or Guid), linked
/// records and detail rows. A row that is stored is never changed; a save works on a clone.
/// </summary>
internal sealed class Row(EndpointSchema endpoint, EntitySchema schema) : IRow<Row, Guid>
{
    private static readonly Dictionary<string, Row> NoLinked = [];
    private static readonly Dictionary<string, List<Row>> NoDetails = [];
    private static readonly Dictionary<string, string> NoErrors = [];
    private static readonly Dictionary<string, object> NoCustom = [];

    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    // Made when first needed: a tenant may hold some hundred thousand rows.
    private Dictionary<string, Row>? _linked;
    private Dictionary<string, List<Row>>? _details;
    private Dictionary<string, string>? _errors;
    private Dictionary<string, object>? _custom;
    private bool _isStored;

    public EntitySchema Schema { get; } = schema;

    public Guid Id { get; set; } = Guid.NewGuid();

    public Place Place => Schema.Name;

    public string Note { get; set; } = "";

    /// <summary>Error of the record as a whole, as told in a 422.</summary>
    public string? Error { get; set; }

    public IReadOnlyDictionary<string, object> Values => _values;

    public IReadOnlyDictionary<string, string> Errors => _errors ?? NoErrors;

    /// <summary>Custom fields by <c>View.Field</c>.</summary>
    public IReadOnlyDictionary<string, object> Custom => _custom ?? NoCustom;

    public IEnumerable<KeyValuePair<string, Row>> LinkedRows => _linked ?? NoLinked;

    public IEnumerable<KeyValuePair<string, List<Row>>> DetailRows => _details ?? NoDetails;

    /// <summary>True when this row or anything below it carries an error.</summary>
    public bool HasErrors => Error is not null || _errors is { Count: > 0 }
        || _linked?.Values.Any(row => row.HasErrors) == true || _details?.Values.Any(rows => rows.Exists(row => row.HasErrors)) == true;

    public static Row New(EndpointSchema endpoint, string entity) => new(endpoint, endpoint[entity]);

    /// <summary>Marks the row as stored: many read it at once, and whoever wants another one works on a clone.</summary>
    public void Store()
    {
        _isStored = true;
        foreach (var row in LinkedRows.Select(linked => linked.Value).Concat(DetailRows.SelectMany(rows => rows.Value)))
        {
            row.Store();
        }
    }

    public bool Has(string field) => _values.ContainsKey(field);

    public string Text(string field) => _values.GetValueOrDefault(field) as string ?? "";

    /// <summary>A key field as the text that an address holds.</summary>
    public string Key(string field) => _values.GetValueOrDefault(field) switch
    {
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <inheritdoc />
    /// <param name="path">The field, after the names of the linked records that it lies in: <c>MainContact/Email</c>.</param>
    public string KeyText(string path)
    {
        var cut = path.IndexOf('/', StringComparison.Ordinal);
        return cut < 0 ? Key(path) : Linked(path[..cut])?.KeyText(path[(cut + 1)..]) ?? "";
    }

    /// <summary>The database does not count trailing blanks.</summary>
    public static string Compared(string text) => text.TrimEnd(' ');

    public string SortText(string field) => _values.GetValueOrDefault(field) is long ? Key(field).PadLeft(20, '0') : Text(field);

    public decimal Number(string field) => _values.GetValueOrDefault(field) is decimal number ? number : 0m;

    public long Whole(string field) => _values.GetValueOrDefault(field) is long number ? number : 0;

    public bool Flag(string field) => _values.GetValueOrDefault(field) is true;

    public DateTimeOffset? Instant(string field) => _values.GetValueOrDefault(field) as DateTimeOffset?;

    /// <summary>Sets a scalar; null empties it. A name that the entity lacks is a mistake of the stand-in.</summary>
    public Row Set(string field, object? value)
    {
        if (Schema.Find(field)?.Scalar is null)
        {
            throw new ArgumentException($"{Schema.Name} has no scalar {field}.", nameof(field));
        }

        if (_isStored)
        {
            throw new InvalidOperationException($"A stored {Schema.Name} is changed.");
        }

        if (value is null or "")
        {
            _values.Remove(field);
        }
        else
        {
            _values[field] = value is int whole ? (long)whole : value;
        }

        return this;
    }

    /// <summary>Sets a custom field; null empties it.</summary>
    public void SetCustom(string path, object? value)
    {
        _custom ??= new(StringComparer.Ordinal);
        if (value is null or "")
        {
            _custom.Remove(path);
        }
        else
        {
            _custom[path] = value;
        }
    }

    /// <summary>Sets a scalar that has no value yet.</summary>
    public Row Default(string field, object? value) => Has(field) ? this : Set(field, value);

    /// <summary>The linked record, made when there is none yet.</summary>
    public Row Link(string field)
    {
        if (_isStored)
        {
            return Linked(field) ?? New(endpoint, Schema.Find(field)!.Entity!);
        }

        _linked ??= new(StringComparer.Ordinal);
        if (!_linked.TryGetValue(field, out var row))
        {
            _linked[field] = row = New(endpoint, Schema.Find(field)!.Entity!);
        }

        return row;
    }

    public void Replace(string field, Row row) => (_linked ??= new(StringComparer.Ordinal))[field] = row;

    public Row? Linked(string field) => _linked?.GetValueOrDefault(field);

    public List<Row> Lines(string field)
    {
        if (_isStored)
        {
            return _details?.GetValueOrDefault(field) ?? [];
        }

        _details ??= new(StringComparer.Ordinal);
        if (!_details.TryGetValue(field, out var rows))
        {
            _ = Schema.Find(field) is { IsDetail: true } ? true : throw new ArgumentException($"{Schema.Name} has no collection {field}.", nameof(field));
            _details[field] = rows = [];
        }

        return rows;
    }

    /// <summary>Adds a detail row and returns it.</summary>
    public Row Add(string field)
    {
        var row = New(endpoint, Schema.Find(field)!.Entity!);
        Lines(field).Add(row);
        return row;
    }

    public void Fail(string field, string message)
    {
        if (Schema.Find(field) is null)
        {
            throw new ArgumentException($"{Schema.Name} has no field {field}.", nameof(field));
        }

        (_errors ??= new(StringComparer.Ordinal)).TryAdd(field, message);
    }

    public Row Clone()
    {
        var clone = new Row(endpoint, Schema) { Id = Id, Note = Note };
        foreach (var (name, value) in _values)
        {
            clone._values[name] = value;
        }

        foreach (var (path, value) in Custom)
        {
            clone.SetCustom(path, value);
        }

        if (_linked is not null)
        {
            clone._linked = _linked.ToDictionary(linked => linked.Key, linked => linked.Value.Clone(), StringComparer.Ordinal);
        }

        if (_details is not null)
        {
            clone._details = _details.ToDictionary(rows => rows.Key, rows => rows.Value.ConvertAll(row => row.Clone()), StringComparer.Ordinal);
        }

        return clone;
    }
}
