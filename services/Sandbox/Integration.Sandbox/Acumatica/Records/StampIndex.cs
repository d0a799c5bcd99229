namespace Integration.Sandbox.Acumatica.Records;

/// <summary>The ids of a table's records by one of their instants: a sweep looks at what changed, however much there is. Not safe for concurrent use.</summary>
internal sealed class StampIndex(string field) : IRowIndex
{
    private readonly SortedSet<(DateTimeOffset At, Guid Id)> _ids = [];

    public void Add(Row row)
    {
        if (row.Instant(field) is { } at)
        {
            _ids.Add((at, row.Id));
        }
    }

    public void Remove(Row row)
    {
        if (row.Instant(field) is { } at)
        {
            _ids.Remove((at, row.Id));
        }
    }

    /// <summary>Not earlier than this.</summary>
    public IReadOnlyList<Guid> Since(DateTimeOffset from) => [.. _ids.GetViewBetween((from, Guid.Empty), (DateTimeOffset.MaxValue, Guid.AllBitsSet)).Select(stamp => stamp.Id)];
}
