namespace Integration.Sandbox.Dynamics.Dataverse.Records;

/// <summary>The ids of a table's records by the values of some columns; records with an empty one are not in it. Not safe for concurrent use.</summary>
internal sealed class ValueIndex(IReadOnlyList<string> columns) : IRecordIndex
{
    private readonly Dictionary<string, HashSet<Guid>> _ids = new(StringComparer.Ordinal);

    /// <summary>True when two records have the same values.</summary>
    public bool HasDuplicates => _ids.Values.Any(ids => ids.Count > 1);

    public void Add(Record record)
    {
        if (KeyText.Of(record, columns) is not { } key)
        {
            return;
        }

        if (!_ids.TryGetValue(key, out var ids))
        {
            _ids[key] = ids = [];
        }

        ids.Add(record.Id);
    }

    public void Remove(Record record)
    {
        if (KeyText.Of(record, columns) is { } key && _ids.TryGetValue(key, out var ids) && ids.Remove(record.Id) && ids.Count == 0)
        {
            _ids.Remove(key);
        }
    }

    public IReadOnlyCollection<Guid> Of(string key) => _ids.TryGetValue(key, out var ids) ? ids : [];
}
