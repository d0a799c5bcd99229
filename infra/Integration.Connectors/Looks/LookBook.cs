using System.Text.Json;
using Integration.Connectors.Ports;
using Integration.Platform.Database;
using Integration.Platform.Faults;

namespace Integration.Connectors.Looks;

/// <summary>
/// The table of looks: what must be read afresh, and what was read last. Whoever marks several records of a scope does so in the ordinal order of
/// their ids, hints and sweeps alike: two that lock the same rows in different orders lock each other out.
/// </summary>
internal sealed partial class LookBook(TimeProvider time, LookSignal signal)
{
    // A source whose stamps are whole seconds may change a record twice within one: reading waits until the second is over.
    private const long StampGrain = 2_000;

    private const string Columns = """
        scope AS Scope, entity AS Entity, id AS Id, dirty AS Dirty, due_at AS DueAt, tries AS Tries, marked_at AS MarkedAt, found_by AS FoundBy,
        swept_stamp AS SweptStamp, read_at AS ReadAt, sequence AS Sequence, fingerprint AS Fingerprint, note AS Note,
        history_since AS HistorySince
        """;

    private const string Upsert = $"""
        INSERT INTO look (scope, entity, id, dirty, due_at, tries, marked_at, found_by, swept_stamp, sequence, fingerprint, note)
        VALUES (@Scope, @Entity, @Id, 1, @dueAt, 0, @now, @foundBy, @stamp, 0, '', '')
        {MarkedAgain}
        """;

    private const string MarkedAgain = """
        ON CONFLICT (scope, entity, id) DO UPDATE SET
          dirty = look.dirty + 1,
          due_at = CASE WHEN look.dirty = 0 OR excluded.due_at < look.due_at THEN excluded.due_at ELSE look.due_at END,
          tries = 0,
          marked_at = CASE WHEN look.dirty = 0 THEN excluded.marked_at ELSE look.marked_at END,
          found_by = CASE WHEN look.dirty = 0 OR look.found_by = 'backfill' THEN excluded.found_by ELSE look.found_by END,
          swept_stamp = COALESCE(excluded.swept_stamp, look.swept_stamp)
        """;

    /// <summary>Marks one record dirty.</summary>
    public async Task MarkAsync(IUnit unit, LookKey key, string foundBy, CancellationToken ct)
    {
        var now = time.UnixMs();
        await unit.ExecuteAsync(Upsert, new { key.Scope, key.Entity, key.Id, now, dueAt = now, foundBy, stamp = (long?)null }, ct);
        unit.AfterCommit(Marked);
    }

    /// <summary>Marks different records of one entity dirty, by one statement.</summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="scope">The looks' scope.</param>
    /// <param name="entity">The canonical entity.</param>
    /// <param name="ids">The records, each once; they are locked in this order.</param>
    /// <param name="foundBy">How they were found.</param>
    /// <param name="ct">Cancels.</param>
    public async Task MarkManyAsync(IUnit unit, string scope, string entity, IReadOnlyList<string> ids, string foundBy, CancellationToken ct)
    {
        if (ids.Count == 0) return;
        await unit.ExecuteAsync(
            // SQLite needs the WHERE to tell the select's end from a join's ON.
            $"""
            INSERT INTO look (scope, entity, id, dirty, due_at, tries, marked_at, found_by, sequence, fingerprint, note)
            SELECT @scope, @entity, each.value, 1, @now, 0, @now, @foundBy, 0, '', '' FROM {unit.Dialect.Each("ids")} WHERE true
            {MarkedAgain}
            """,
            new { scope, entity, ids = JsonSerializer.Serialize(ids), now = time.UnixMs(), foundBy }, ct);
        unit.AfterCommit(Marked);
    }

    /// <summary>Marks it dirty and forgets what was read, so that the next read is told on even when nothing changed.</summary>
    public async Task MarkAnewAsync(IUnit unit, LookKey key, CancellationToken ct)
    {
        await MarkAsync(unit, key, FoundBy.Operator, ct);
        await ForgetAsync(unit, key.Scope, key.Entity, [key.Id], ct);
    }

    /// <summary>
    /// Takes what the answer to our own write showed as the record's first reading, so that the sweep that sees the write need not read it. A record that
    /// was read or marked before is read anew instead: people may have changed it meanwhile.
    /// </summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="key">The record.</param>
    /// <param name="written">What the answer showed, with the change stamp.</param>
    /// <param name="note">The lane's memory of it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether it was taken: as sequence 1.</returns>
    public async Task<bool> TakeWrittenAsync(IUnit unit, LookKey key, LookContent written, string note, CancellationToken ct)
    {
        var now = time.UnixMs();
        var taken = await unit.ExecuteAsync(
            """
            INSERT INTO look (scope, entity, id, dirty, due_at, tries, marked_at, found_by, swept_stamp, read_at, sequence, fingerprint, note)
            VALUES (@Scope, @Entity, @Id, 0, @now, 0, @now, @foundBy, @stamp, @now, 1, @Fingerprint, @note) ON CONFLICT DO NOTHING
            """,
            new { key.Scope, key.Entity, key.Id, now, foundBy = FoundBy.Write, stamp = written.ChangedAt?.ToUnixMs(), written.Fingerprint, note }, ct);
        if (taken == 1) return true;
        await MarkAnewAsync(unit, key, ct);
        return false;
    }

    /// <summary>Marks those hits of a sweep that changed since they were read.</summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="scope">The looks' scope.</param>
    /// <param name="entity">The canonical entity.</param>
    /// <param name="hits">The page.</param>
    /// <param name="ahead">How far the source's clock is ahead of ours.</param>
    /// <param name="hintsAll">Whether the source hints at every change that moves a stamp.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many were found by the sweep alone.</returns>
    public async Task<int> MarkSweptAsync(IUnit unit, string scope, string entity, IReadOnlyList<ChangedRecord> hits, TimeSpan ahead, bool hintsAll, CancellationToken ct)
    {
        if (hits.Count == 0) return 0;
        var now = time.UnixMs();
        var known = await KnownAsync(unit, scope, entity, [.. hits.Select(hit => hit.Id)], ct);
        var missed = 0;
        foreach (var hit in hits.OrderBy(hit => hit.Id, StringComparer.Ordinal))
        {
            var stamp = hit.ChangedAt.ToUnixMs();
            var settled = stamp - (long)ahead.TotalMilliseconds + (stamp % 1000 == 0 ? StampGrain : 0);
            var row = known.GetValueOrDefault(hit.Id);
            if (row is not null && row.SweptStamp == stamp && (row.Dirty > 0 || row.ReadAt >= settled || NamesOneState(stamp, row, hintsAll))) continue;
            if (row is null || (row.Dirty == 0 && (row.ReadAt is null || row.ReadAt < settled))) missed++;
            var due = Math.Min(Math.Max(now, settled), now + StampGrain);
            await unit.ExecuteAsync(Upsert, new { Scope = scope, Entity = entity, hit.Id, now, dueAt = due, foundBy = FoundBy.Sweep, stamp = (long?)stamp }, ct);
        }

        unit.AfterCommit(Marked);
        return missed;
    }

    /// <summary>Marks those records that are neither dirty nor were read since a moment, to be read one after another.</summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="scope">The looks' scope.</param>
    /// <param name="entity">The canonical entity.</param>
    /// <param name="ids">The records.</param>
    /// <param name="readSince">Records read at or after this moment are left alone.</param>
    /// <param name="spacing">Time between two of these reads, so that changes and hints are not kept waiting behind them.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many were marked.</returns>
    public async Task<int> MarkAgainAsync(IUnit unit, string scope, string entity, IReadOnlyList<string> ids, DateTimeOffset readSince, TimeSpan spacing, CancellationToken ct)
    {
        if (ids.Count == 0) return 0;
        var now = time.UnixMs();
        var fresh = (await unit.ListAsync<LookRow>(
            $"SELECT {Columns} FROM look WHERE scope = @scope AND entity = @entity AND (dirty > 0 OR read_at >= @since) AND {unit.Dialect.In("id", "ids")}",
            new { scope, entity, since = readSince.ToUnixMs(), ids = ids.ToArray() }, ct)).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        var due = ids.Where(id => !fresh.Contains(id)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var (at, id) in due.Index().OrderBy(row => row.Item, StringComparer.Ordinal))
        {
            var dueAt = now + (long)(at * spacing.TotalMilliseconds);
            await unit.ExecuteAsync(Upsert, new { Scope = scope, Entity = entity, Id = id, now, dueAt, foundBy = FoundBy.Relook, stamp = (long?)null }, ct);
        }

        unit.AfterCommit(Marked);
        return due.Count;
    }

    /// <summary>Marks records that a listing without change stamps showed new, different or gone.</summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="scope">The looks' scope.</param>
    /// <param name="entity">The canonical entity.</param>
    /// <param name="ids">The records, each once.</param>
    /// <param name="before">When the listing before ended: what was read since was known without this one.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many were found by the listing alone.</returns>
    public async Task<int> MarkListedAsync(IUnit unit, string scope, string entity, IReadOnlyList<string> ids, DateTimeOffset? before, CancellationToken ct)
    {
        if (ids.Count == 0) return 0;
        var known = await KnownAsync(unit, scope, entity, [.. ids], ct);
        // Marked even when they wait already or were read since: that read may have seen them before the listing did.
        await MarkManyAsync(unit, scope, entity, [.. ids.Order(StringComparer.Ordinal)], FoundBy.Sweep, ct);
        return ids.Count(id => known.GetValueOrDefault(id) is not { } row || (row.Dirty == 0 && (row.ReadAt is null || before is null || row.ReadAt < before.Value.ToUnixMs())));
    }

    /// <summary>Marks records that a crawl found new, different or gone, to be read one after another.</summary>
    public async Task MarkCrawledAsync(IUnit unit, string scope, string entity, IReadOnlyList<string> ids, TimeSpan spacing, CancellationToken ct)
    {
        if (ids.Count == 0) return;
        var now = time.UnixMs();
        foreach (var (at, id) in ids.Index().OrderBy(row => row.Item, StringComparer.Ordinal))
        {
            // Marked even when it waits already: the read that is under way may have seen it before the crawl did.
            var dueAt = now + (long)(at * spacing.TotalMilliseconds);
            await unit.ExecuteAsync(Upsert, new { Scope = scope, Entity = entity, Id = id, now, dueAt, foundBy = FoundBy.Crawl, stamp = (long?)null }, ct);
        }

        unit.AfterCommit(Marked);
    }

    /// <summary>Whether records of these entities wait to be read now.</summary>
    public async Task<bool> WaitAsync(IUnit unit, string scope, IReadOnlyList<string> entities, CancellationToken ct) => entities.Count > 0
        && await unit.FirstOrDefaultAsync<long?>(
            $"SELECT dirty FROM look WHERE scope = @scope AND {unit.Dialect.In("entity", "entities")} AND dirty > 0 AND due_at <= @now LIMIT 1",
            new { scope, entities = entities.ToArray(), now = time.UnixMs() }, ct) is not null;

    /// <summary>
    /// Marks the records of a backfill's page. What waits already, or was read since the backfill began, is left alone.
    /// </summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="scope">The looks' scope.</param>
    /// <param name="entity">The canonical entity.</param>
    /// <param name="ids">The page.</param>
    /// <param name="readSince">Records read at or after this moment are left alone.</param>
    /// <param name="historySince">Records may be this old from now on, whatever the pair's <c>from</c> says; null to leave that as it is.</param>
    /// <param name="passedOver">By a row's note: whether the lane left the record out before, so that an unchanged one must be judged again.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many were marked.</returns>
    public async Task<int> MarkBackfilledAsync(
        IUnit unit, string scope, string entity, IReadOnlyList<string> ids, DateTimeOffset readSince, DateTimeOffset? historySince, Func<string, bool> passedOver, CancellationToken ct)
    {
        if (ids.Count == 0) return 0;
        var (now, read, history) = (time.UnixMs(), readSince.ToUnixMs(), historySince?.ToUnixMs());
        var known = await KnownAsync(unit, scope, entity, ids, ct);
        var marked = 0;
        foreach (var id in ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var row = known.GetValueOrDefault(id);
            var again = row is not null && history is { } oldest && (row.HistorySince is null || row.HistorySince > oldest) && passedOver(row.Note);
            if (row is not null && !again && (row.Dirty > 0 || row.ReadAt >= read)) continue;
            await unit.ExecuteAsync(Upsert, new { Scope = scope, Entity = entity, Id = id, now, dueAt = now, foundBy = FoundBy.Backfill, stamp = (long?)null }, ct);
            if (history is not null)
            {
                await unit.ExecuteAsync(
                    $"UPDATE look SET history_since = @history{(again ? ", fingerprint = ''" : "")} WHERE scope = @scope AND entity = @entity AND id = @id AND (history_since IS NULL OR history_since > @history)",
                    new { scope, entity, id, history }, ct);
            }

            marked++;
        }

        unit.AfterCommit(Marked);
        return marked;
    }

    /// <summary>Marks those known records of a backfill's page that belong to it, to be told on though nothing about them changed.</summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="scope">The looks' scope.</param>
    /// <param name="entity">The canonical entity.</param>
    /// <param name="ids">The page.</param>
    /// <param name="belongs">By a row's note.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many were marked.</returns>
    public async Task<int> MarkToldAnewAsync(IUnit unit, string scope, string entity, IReadOnlyList<string> ids, Func<string, bool> belongs, CancellationToken ct)
    {
        if (ids.Count == 0) return 0;
        string[] anew = [.. (await KnownAsync(unit, scope, entity, ids, ct)).Values.Where(row => belongs(row.Note)).Select(row => row.Id).Order(StringComparer.Ordinal)];
        if (anew.Length == 0) return 0;
        await MarkManyAsync(unit, scope, entity, anew, FoundBy.Backfill, ct);
        await ForgetAsync(unit, scope, entity, anew, ct);
        return anew.Length;
    }

    // Finer than seconds a stamp names one state of the record, whenever it was read. Within a second there may be another, with its own hint.
    private static bool NamesOneState(long stamp, LookRow row, bool hintsAll) => stamp % 1000 != 0 || (hintsAll && row.FoundBy == FoundBy.Hint);

    private static async Task ForgetAsync(IUnit unit, string scope, string entity, string[] ids, CancellationToken ct) => await unit.ExecuteAsync(
        $"UPDATE look SET fingerprint = '' WHERE scope = @scope AND entity = @entity AND {unit.Dialect.In("id", "ids")}", new { scope, entity, ids }, ct);

    private void Marked()
    {
        CrashPoints.Hit("after-look-row");
        signal.Raise();
    }
}
