using Integration.Sandbox.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Records;

/// <summary>The committed records of one table with the indexes they are found by. Safe for concurrent use; each reading sees one state.</summary>
/// <param name="gate">Lock that all tables share: a filter may look into another table while this one is read.</param>
internal sealed class RecordTable(Lock gate)
{
    /// <summary>The stamp by which a table is read in order.</summary>
    public const string Stamp = "modifiedon";

    private readonly Dictionary<Guid, Record> _records = [];
    private readonly SortedSet<Guid> _ids = [];
    private readonly StampIndex<Record, Guid> _stamps = new(record => record.Instant(Stamp) ?? default(DateTimeOffset));
    private readonly VersionIndex _versions = new();
    private readonly Dictionary<Guid, Tombstone> _tombstones = [];
    private readonly Dictionary<string, TextIndex<Record, Guid>> _indexes = new(StringComparer.Ordinal);

    public Record? Find(Guid id)
    {
        lock (gate)
        {
            return _records.GetValueOrDefault(id);
        }
    }

    /// <summary>Every record in the order of the ids.</summary>
    public IReadOnlyList<Record> All()
    {
        lock (gate)
        {
            return [.. _ids.Select(id => _records[id])];
        }
    }

    /// <summary>The records with these values in these columns, in the order of the ids. Columns asked for once are kept indexed.</summary>
    public IReadOnlyList<Record> By(IReadOnlyList<string> columns, IReadOnlyList<object> values)
    {
        lock (gate)
        {
            return [.. Index(columns).Of(string.Join('\u0001', values.Select(KeyText.Of))).Order().Select(id => _records[id])];
        }
    }

    /// <summary>The first of them, or null.</summary>
    public Record? First(IReadOnlyList<string> columns, IReadOnlyList<object> values) => By(columns, values) is [var first, ..] ? first : null;

    /// <summary>True when no two records have the same values in these columns.</summary>
    public bool AreUnique(IReadOnlyList<string> columns)
    {
        lock (gate)
        {
            return !Index(columns).HasDuplicates;
        }
    }

    /// <summary>The first records behind an id, in the order of the ids.</summary>
    public IReadOnlyList<Record> AfterId(Guid? place, Func<Record, bool> holds, int most)
    {
        lock (gate)
        {
            var ids = place is { } last ? _ids.GetViewBetween(last, Guid.AllBitsSet).Where(id => id != last) : _ids;
            return [.. ids.Select(id => _records[id]).Where(holds).Take(most)];
        }
    }

    /// <summary>The first records behind a stamp and id, in the order of both.</summary>
    public IReadOnlyList<Record> AfterStamp((DateTimeOffset At, Guid Id) place, Func<Record, bool> holds, int most)
    {
        lock (gate)
        {
            return [.. _stamps.From(place).Where(stamp => stamp != place).Select(stamp => _records[stamp.Id]).Where(holds).Take(most)];
        }
    }

    /// <summary>The first changes behind a version, in order.</summary>
    public IReadOnlyList<TrackedChange> Changes(long version, int most)
    {
        lock (gate)
        {
            return [.. _versions.After(version).Take(most).Select(entry => new TrackedChange(entry.Version, entry.Id, entry.IsDeleted ? null : _records[entry.Id]))];
        }
    }

    public void Put(Record record)
    {
        lock (gate)
        {
            Forget(record.Id);
            if (_tombstones.Remove(record.Id, out var tombstone))
            {
                _versions.RemoveDeleted(tombstone);
            }

            _records[record.Id] = record;
            _ids.Add(record.Id);
            foreach (var index in Indexes())
            {
                index.Add(record);
            }
        }
    }

    /// <summary>Takes a record out; without a tombstone nobody learns of it.</summary>
    public void Remove(Guid id, Tombstone? tombstone)
    {
        lock (gate)
        {
            Forget(id);
            if (tombstone is not null)
            {
                _tombstones[id] = tombstone;
                _versions.AddDeleted(tombstone);
            }
        }
    }

    private void Forget(Guid id)
    {
        if (!_records.Remove(id, out var before))
        {
            return;
        }

        _ids.Remove(id);
        foreach (var index in Indexes())
        {
            index.Remove(before);
        }
    }

    private IEnumerable<IRowIndex<Record>> Indexes() => [_stamps, _versions, .. _indexes.Values];

    private TextIndex<Record, Guid> Index(IReadOnlyList<string> columns)
    {
        var name = string.Join(',', columns);
        if (_indexes.TryGetValue(name, out var kept))
        {
            return kept;
        }

        var index = new TextIndex<Record, Guid>(record => KeyText.Of(record, columns), StringComparer.Ordinal);
        foreach (var record in _records.Values)
        {
            index.Add(record);
        }

        return _indexes[name] = index;
    }
}
