using Integration.Platform.Database;

namespace Integration.Connectors.Looks;

/// <summary>What is to be read, and what reading it brought.</summary>
internal sealed partial class LookBook
{
    /// <summary>How many records a backfill marked that were not tried yet; those that are put off are not waited for.</summary>
    public static Task<long> BackfilledAsync(IUnit unit, string scope, string entity, CancellationToken ct) => unit.FirstOrDefaultAsync<long>(
        "SELECT count(*) FROM look WHERE scope = @scope AND entity = @entity AND dirty > 0 AND found_by = 'backfill' AND tries = 0", new { scope, entity }, ct);

    /// <summary>The rows of these records, by id.</summary>
    public static async Task<IReadOnlyDictionary<string, LookRow>> KnownAsync(IUnit unit, string scope, string entity, IReadOnlyList<string> ids, CancellationToken ct) =>
        (await unit.ListAsync<LookRow>(
            $"SELECT {Columns} FROM look WHERE scope = @scope AND entity = @entity AND {unit.Dialect.In("id", "ids")}",
            new { scope, entity, ids = ids.Distinct(StringComparer.Ordinal).ToArray() }, ct)).ToDictionary(row => row.Id, StringComparer.Ordinal);

    /// <summary>What is to be read now, the longest waiting first. A backfill's records come last, and only a few at once: a change does not wait behind them.</summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="scope">The looks' scope.</param>
    /// <param name="entity">The canonical entity.</param>
    /// <param name="most">Most rows.</param>
    /// <param name="mostBackfilled">Rows up to which a backfill's records fill up.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<LookRow>> DueAsync(IUnit unit, string scope, string entity, int most, int mostBackfilled, CancellationToken ct)
    {
        var due = await unit.ListAsync<LookRow>(
            $"SELECT * FROM ({Due("<>", "most")}) AS changed UNION ALL SELECT * FROM ({Due("=", "mostBackfilled")}) AS backfilled",
            new { scope, entity, now = time.UnixMs(), most, mostBackfilled }, ct);
        var changed = due.Where(row => row.FoundBy != FoundBy.Backfill).ToList();
        return [.. changed, .. due.Where(row => row.FoundBy == FoundBy.Backfill).Take(mostBackfilled - changed.Count)];
    }

    /// <summary>As <see cref="DueAsync(IUnit, string, string, int, int, CancellationToken)"/>, for readers that take many at once: a backfill's records fill up what changes leave.</summary>
    public Task<IReadOnlyList<LookRow>> DueAsync(IUnit unit, string scope, string entity, int most, CancellationToken ct) => DueAsync(unit, scope, entity, most, most, ct);

    private static string Due(string found, string most) =>
        $"SELECT {Columns} FROM look WHERE scope = @scope AND entity = @entity AND dirty > 0 AND due_at <= @now AND found_by {found} 'backfill' ORDER BY due_at LIMIT @{most}";

    /// <summary>The row, locked until the transaction ends, or null.</summary>
    public static Task<LookRow?> LockAsync(IUnit unit, LookKey key, CancellationToken ct) => unit.FirstOrDefaultAsync<LookRow>(
        $"SELECT {Columns} FROM look WHERE scope = @Scope AND entity = @Entity AND id = @Id{unit.Dialect.ForUpdate}",
        new { key.Scope, key.Entity, key.Id }, ct);

    /// <summary>Stores what a read brought. Marks that came while it ran keep the row dirty.</summary>
    public static Task StoreAsync(IUnit unit, LookRow seen, LookReading reading, CancellationToken ct) => unit.ExecuteAsync(
        """
        UPDATE look SET dirty = CASE WHEN dirty = @seenDirty THEN 0 ELSE dirty END, tries = 0, read_at = @ReadAt, sequence = @Sequence,
          swept_stamp = COALESCE(@Stamp, swept_stamp), fingerprint = @Fingerprint, note = @Note, snapshot = COALESCE(@Snapshot, snapshot), email_hash = COALESCE(@EmailHash, email_hash),
          snapshot_expires = COALESCE(@SnapshotExpires, snapshot_expires)
        WHERE scope = @Scope AND entity = @Entity AND id = @Id
        """,
        new
        {
            seen.Scope, seen.Entity, seen.Id, seenDirty = seen.Dirty, reading.ReadAt, reading.Stamp, reading.Sequence, reading.Fingerprint, reading.Note,
            reading.Snapshot, reading.EmailHash, reading.SnapshotExpires,
        },
        ct);

    /// <summary>Leaves the row dirty, to be read again at the given moment.</summary>
    public static Task PutOffAsync(IUnit unit, LookRow seen, long dueAt, CancellationToken ct) => unit.ExecuteAsync(
        "UPDATE look SET due_at = @dueAt, tries = tries + 1 WHERE scope = @Scope AND entity = @Entity AND id = @Id AND dirty = @Dirty",
        new { seen.Scope, seen.Entity, seen.Id, seen.Dirty, dueAt }, ct);
}
