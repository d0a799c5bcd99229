namespace Integration.Sandbox.Records;

/// <summary>The ids of a table's rows by one of their instants: a sweep looks at what is new, however much there is. Not safe for concurrent use.</summary>
/// <param name="stampOf">The instant of a row; null leaves the row out.</param>
internal sealed class StampIndex<TRow, TId>(Func<TRow, DateTimeOffset?> stampOf) : IRowIndex<TRow>
    where TRow : IIdentified<TId>
{
    private readonly SortedSet<(DateTimeOffset At, TId Id)> _ids = [];

    public void Add(TRow row)
    {
        if (stampOf(row) is { } at)
        {
            _ids.Add((at, row.Id));
        }
    }

    public void Remove(TRow row)
    {
        if (stampOf(row) is { } at)
        {
            _ids.Remove((at, row.Id));
        }
    }

    /// <summary>Not before this place, in the order of the stamp, then of the id.</summary>
    public IEnumerable<(DateTimeOffset At, TId Id)> From((DateTimeOffset At, TId Id) place) =>
        _ids.Count == 0 || _ids.Max.CompareTo(place) < 0 ? [] : _ids.GetViewBetween(place, _ids.Max);
}
