namespace Integration.Sandbox.Dynamics.Finance.Records;

/// <summary>Record IDs by the text of one property, compared as the database compares: without regard to case. Not safe for concurrent use.</summary>
internal sealed class FieldIndex(string property) : IRowIndex
{
    private readonly Dictionary<string, HashSet<long>> _ids = new(StringComparer.OrdinalIgnoreCase);

    public void Add(Row row)
    {
        if (!_ids.TryGetValue(row.Text(property), out var ids))
        {
            _ids[row.Text(property)] = ids = [];
        }

        ids.Add(row.RecId);
    }

    public void Remove(Row row)
    {
        if (_ids.TryGetValue(row.Text(property), out var ids) && ids.Remove(row.RecId) && ids.Count == 0)
        {
            _ids.Remove(row.Text(property));
        }
    }

    public IReadOnlyList<long> Of(string value) => _ids.TryGetValue(value, out var ids) ? [.. ids] : [];
}
