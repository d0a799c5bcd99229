using Integration.Connectors.Ports;
using Integration.Connectors.Privacy;
using Integration.Platform.Database;

namespace Integration.Connectors.Sweeps;

/// <summary>What crawls saw: of each record a keyed hash of its content, and the round that saw it last.</summary>
internal sealed class CrawlBook(KeyedHash hash, TimeProvider time)
{
    /// <summary>How far a crawl is.</summary>
    public static async Task<CrawlStand> StandAsync(IUnit unit, CrawlTarget target, CancellationToken ct) => await unit.FirstOrDefaultAsync<CrawlStand>(
        "SELECT round AS Round, page AS Page, ended_at AS EndedAt FROM crawl WHERE scope = @Scope AND entity = @Entity", new { target.Scope, target.Entity }, ct) ?? new CrawlStand();

    /// <summary>Stores what a page showed.</summary>
    /// <returns>The records that are new or different.</returns>
    public async Task<IReadOnlyList<string>> StoreAsync(IUnit unit, CrawlTarget target, long round, IReadOnlyList<CrawledRecord> records, CancellationToken ct)
    {
        if (records.Count == 0) return [];
        var known = (await unit.ListAsync<CrawlSeen>(
            $"SELECT id AS Id, fingerprint AS Fingerprint FROM crawl_record WHERE scope = @Scope AND entity = @Entity AND {unit.Dialect.In("id", "ids")}",
            new { target.Scope, target.Entity, ids = records.Select(record => record.Id).Distinct(StringComparer.Ordinal).ToArray() }, ct))
            .ToDictionary(seen => seen.Id, seen => seen.Fingerprint, StringComparer.Ordinal);
        var changed = new List<string>();
        foreach (var record in records.DistinctBy(record => record.Id, StringComparer.Ordinal))
        {
            var fingerprint = await FingerprintAsync(unit, target.Entity, record, ct);
            if (known.GetValueOrDefault(record.Id) != fingerprint) changed.Add(record.Id);
            await PutAsync(unit, target.Scope, target.Entity, record.Id, fingerprint, round, ct);
        }

        return changed;
    }

    /// <summary>Stores what the next listing will show of a record that we have just made. What a listing has shown of it already stays.</summary>
    public async Task TakeWrittenAsync(IUnit unit, string scope, string entity, CrawledRecord written, CancellationToken ct) => await unit.ExecuteAsync(
        "INSERT INTO crawl_record (scope, entity, id, fingerprint, round) VALUES (@scope, @entity, @Id, @fingerprint, 0) ON CONFLICT DO NOTHING",
        new { scope, entity, written.Id, fingerprint = await FingerprintAsync(unit, entity, written, ct) }, ct);

    /// <summary>Stores what a listing of everything showed, and writes only what is different.</summary>
    /// <returns>The records that are new, different or gone.</returns>
    public async Task<IReadOnlyList<string>> CompareAsync(IUnit unit, string scope, string entity, IEnumerable<CrawledRecord> listed, CancellationToken ct)
    {
        var known = (await unit.ListAsync<CrawlSeen>("SELECT id AS Id, fingerprint AS Fingerprint FROM crawl_record WHERE scope = @scope AND entity = @entity", new { scope, entity }, ct))
            .ToDictionary(seen => seen.Id, seen => seen.Fingerprint, StringComparer.Ordinal);
        var changed = new List<string>();
        foreach (var record in listed.DistinctBy(record => record.Id, StringComparer.Ordinal))
        {
            var fingerprint = await FingerprintAsync(unit, entity, record, ct);
            if (known.Remove(record.Id, out var before) && before == fingerprint) continue;
            changed.Add(record.Id);
            await PutAsync(unit, scope, entity, record.Id, fingerprint, round: 0, ct);
        }

        // What is left was not listed.
        string[] gone = [.. known.Keys];
        if (gone.Length > 0)
        {
            await unit.ExecuteAsync($"DELETE FROM crawl_record WHERE scope = @scope AND entity = @entity AND {unit.Dialect.In("id", "gone")}", new { scope, entity, gone }, ct);
        }

        return [.. changed, .. gone];
    }

    /// <summary>Forgets what a whole round did not see.</summary>
    /// <returns>These records.</returns>
    public static async Task<IReadOnlyList<string>> ForgetAsync(IUnit unit, CrawlTarget target, long round, CancellationToken ct)
    {
        var gone = await unit.ListAsync<string>(
            "SELECT id FROM crawl_record WHERE scope = @Scope AND entity = @Entity AND round < @round ORDER BY id", new { target.Scope, target.Entity, round }, ct);
        await unit.ExecuteAsync("DELETE FROM crawl_record WHERE scope = @Scope AND entity = @Entity AND round < @round", new { target.Scope, target.Entity, round }, ct);
        return gone;
    }

    /// <summary>Moves on, to the next page or to the pause after the round.</summary>
    public Task MoveAsync(IUnit unit, CrawlTarget target, long round, int page, bool last, CancellationToken ct) => unit.ExecuteAsync(
        """
        INSERT INTO crawl (scope, entity, round, page, ended_at) VALUES (@Scope, @Entity, @round, @next, @endedAt)
        ON CONFLICT (scope, entity) DO UPDATE SET round = excluded.round, page = excluded.page,
          ended_at = CASE WHEN excluded.page = 0 THEN excluded.ended_at ELSE crawl.ended_at END
        """,
        new { target.Scope, target.Entity, round, next = last ? 0 : page + 1, endedAt = last ? time.UnixMs() : 0 }, ct);

    // With the id, so that records of the same content cannot be told to be alike.
    private Task<string> FingerprintAsync(IUnit unit, string entity, CrawledRecord record, CancellationToken ct) =>
        hash.OfAsync(unit, $"{entity}\n{record.Id}\n{record.Content}", ct);

    private static Task<int> PutAsync(IUnit unit, string scope, string entity, string id, string fingerprint, long round, CancellationToken ct) => unit.ExecuteAsync(
        """
        INSERT INTO crawl_record (scope, entity, id, fingerprint, round) VALUES (@scope, @entity, @id, @fingerprint, @round)
        ON CONFLICT (scope, entity, id) DO UPDATE SET fingerprint = excluded.fingerprint, round = excluded.round
        """,
        new { scope, entity, id, fingerprint, round }, ct);
}
