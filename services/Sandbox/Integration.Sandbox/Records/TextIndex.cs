namespace Integration.Sandbox.Records;

/// <summary>The ids of a table's rows by a text. Not safe for concurrent use.</summary>
/// <param name="textOf">The text of a row; null leaves the row out.</param>
/// <param name="comparer">How texts are compared.</param>
internal sealed class TextIndex<TRow, TId>(Func<TRow, string?> textOf, StringComparer comparer) : IRowIndex<TRow>
    where TRow : IIdentified<TId>
{
    private readonly Dictionary<string, HashSet<TId>> _ids = new(comparer);

    /// <summary>True when two rows have the same text.</summary>
    public bool HasDuplicates => _ids.Values.Any(ids => ids.Count > 1);

    public void Add(TRow row)
    {
        if (textOf(row) is not { } text)
        {
            return;
        }

        if (!_ids.TryGetValue(text, out var ids))
        {
            _ids[text] = ids = [];
        }

        ids.Add(row.Id);
    }

    public void Remove(TRow row)
    {
        if (textOf(row) is { } text && _ids.TryGetValue(text, out var ids) && ids.Remove(row.Id) && ids.Count == 0)
        {
            _ids.Remove(text);
        }
    }

    public IReadOnlyCollection<TId> Of(string text) => _ids.TryGetValue(text, out var ids) ? ids : [];
}
