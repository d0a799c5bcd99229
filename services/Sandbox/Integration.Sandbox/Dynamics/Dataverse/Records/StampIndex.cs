namespace Integration.Sandbox.Dynamics.Dataverse.Records;

/// <summary>The ids of a table's records by when they were last changed: a sweep looks at what changed, however much there is. Not safe for concurrent use.</summary>
internal sealed class StampIndex : IRecordIndex
{
    public const string Column = "modifiedon";

    private readonly SortedSet<(DateTimeOffset At, Guid Id)> _ids = [];

    public void Add(Record record) => _ids.Add((record.Instant(Column) ?? default, record.Id));

    public void Remove(Record record) => _ids.Remove((record.Instant(Column) ?? default, record.Id));

    /// <summary>Behind this place, in order of the stamp, then of the id.</summary>
    public IEnumerable<Guid> After((DateTimeOffset At, Guid Id) place) =>
        _ids.GetViewBetween(place, (DateTimeOffset.MaxValue, Guid.AllBitsSet)).Where(stamp => stamp != place).Select(stamp => stamp.Id);
}
