namespace Integration.Sandbox.Dynamics.Finance.Records;

/// <summary>Record IDs by one of their instants: a sweep looks at what is new, however much there is. Not safe for concurrent use.</summary>
internal sealed class StampIndex(string property) : IRowIndex
{
    private readonly SortedSet<(DateTimeOffset At, long Id)> _ids = [];

    public void Add(Row row)
    {
        if (row.Instant(property) is { } at)
        {
            _ids.Add((at, row.RecId));
        }
    }

    public void Remove(Row row)
    {
        if (row.Instant(property) is { } at)
        {
            _ids.Remove((at, row.RecId));
        }
    }

    /// <summary>Not earlier than this.</summary>
    public IReadOnlyList<long> Since(DateTimeOffset from) => [.. _ids.GetViewBetween((from, long.MinValue), (DateTimeOffset.MaxValue, long.MaxValue)).Select(stamp => stamp.Id)];
}
