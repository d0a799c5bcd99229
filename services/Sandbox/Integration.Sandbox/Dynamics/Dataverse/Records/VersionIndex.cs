using Integration.Sandbox.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Records;

/// <summary>The ids of a table's records by version, and of those deleted: what change tracking reads. Not safe for concurrent use.</summary>
internal sealed class VersionIndex : IRowIndex<Record>
{
    private readonly SortedSet<(long Version, Guid Id, bool IsDeleted)> _ids = [];

    public void Add(Record record) => _ids.Add((record.Version, record.Id, false));

    public void Remove(Record record) => _ids.Remove((record.Version, record.Id, false));

    public void AddDeleted(Tombstone tombstone) => _ids.Add((tombstone.Version, tombstone.Id, true));

    /// <summary>A record that is made again under its old id is no longer deleted.</summary>
    public void RemoveDeleted(Tombstone tombstone) => _ids.Remove((tombstone.Version, tombstone.Id, true));

    /// <summary>What has a greater version, in order.</summary>
    public IEnumerable<(long Version, Guid Id, bool IsDeleted)> After(long version) =>
        _ids.GetViewBetween((version, Guid.AllBitsSet, true), (long.MaxValue, Guid.AllBitsSet, true)).Where(entry => entry.Version > version);
}
