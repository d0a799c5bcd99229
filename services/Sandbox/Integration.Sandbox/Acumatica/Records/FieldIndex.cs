namespace Integration.Sandbox.Acumatica.Records;

/// <summary>The ids of a table's records by the text of one field; compared as the database compares: no case, no trailing blanks. Not safe for concurrent use.</summary>
/// <param name="path">The field, after the names of the linked records that it lies in: <c>MainContact/Email</c>.</param>
internal sealed class FieldIndex(string path) : IRowIndex
{
    private readonly string[] _steps = path.Split('/');
    private readonly Dictionary<string, HashSet<Guid>> _ids = new(StringComparer.OrdinalIgnoreCase);

    public void Add(Row row)
    {
        var value = Value(row);
        if (!_ids.TryGetValue(value, out var ids))
        {
            _ids[value] = ids = [];
        }

        ids.Add(row.Id);
    }

    public void Remove(Row row)
    {
        if (_ids.TryGetValue(Value(row), out var ids) && ids.Remove(row.Id) && ids.Count == 0)
        {
            _ids.Remove(Value(row));
        }
    }

    public IReadOnlyList<Guid> Of(string value) => _ids.TryGetValue(value.TrimEnd(' '), out var ids) ? [.. ids] : [];

    private string Value(Row row) => _steps[..^1].Aggregate((Row?)row, (inner, step) => inner?.Linked(step))?.Text(_steps[^1]).TrimEnd(' ') ?? "";
}
