using Integration.Connectors.Hints;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Platform.Database;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Sweeps;

/// <summary>
/// Runs sweeps. The watermark moves only after the last page is committed, to the sweep's start by the source's clock minus the overlap. A listing
/// without change stamps is compared as a whole, at its end.
/// </summary>
internal sealed class SweepRunner(IDatabase database, LookBook looks, CrawlBook seen, IntegrationMetrics metrics, TimeProvider time)
{
    // Where the source does not tell its time, ours is trusted this far.
    private static readonly TimeSpan ClockDoubt = TimeSpan.FromMinutes(5);

    /// <summary>Sweeps once.</summary>
    /// <returns>Null when it came to the end; else why not, and the watermark stays.</returns>
    public async Task<WriteOutcome?> RunAsync(SweepTarget target, CancellationToken ct)
    {
        var since = await WatermarkAsync(target, ct) ?? target.From;
        DateTimeOffset? start = null;
        var began = time.GetUtcNow();
        var listed = new List<CrawledRecord>();
        await foreach (var page in target.Changed(since, ct))
        {
            if (page.Failure is { } failure) return failure;
            start ??= page.SourceTime ?? began - ClockDoubt;
            DateTimeOffset? watermark = page.Last ? start.Value - target.Schedule.Overlap : null;
            if (!page.IsWhole)
            {
                var ahead = page.SourceTime is { } clock ? clock - time.GetUtcNow() : TimeSpan.Zero;
                await CommitAsync(
                    target, (unit, token) => looks.MarkSweptAsync(unit, target.Scope, target.Entity, page.Records, ahead, target.HintsEveryChange(), token), watermark, ct);
            }
            else
            {
                listed.AddRange(page.Records.Select(record => new CrawledRecord(record.Id, record.Content ?? throw new InvalidOperationException("A listing without stamps has no content."))));
                if (page.Last) await CommitAsync(target, (unit, token) => CompareAsync(unit, target, listed, token), watermark, ct);
            }

            if (page.Last) return null;
        }

        return new WriteOutcome.Unavailable("The listing ended before its last page.");
    }

    /// <summary>The stored watermark, or null before the first whole sweep.</summary>
    public async Task<DateTimeOffset?> WatermarkAsync(SweepTarget target, CancellationToken ct) =>
        await database.ReadAsync((unit, token) => unit.FirstOrDefaultAsync<long?>(
            "SELECT watermark FROM sweep WHERE scope = @Scope AND entity = @Entity", new { target.Scope, target.Entity }, token), ct) is { } stored
            ? UnixTime.FromUnixMs(stored)
            : null;

    /// <summary>When the last whole sweep ended, or null before the first.</summary>
    public Task<DateTimeOffset?> FinishedAsync(SweepTarget target, CancellationToken ct) => database.ReadAsync((unit, token) => FinishedAsync(unit, target, token), ct);

    private static async Task<DateTimeOffset?> FinishedAsync(IUnit unit, SweepTarget target, CancellationToken ct) =>
        await unit.FirstOrDefaultAsync<long?>("SELECT finished_at FROM sweep WHERE scope = @Scope AND entity = @Entity", new { target.Scope, target.Entity }, ct) is { } stored
            ? UnixTime.FromUnixMs(stored)
            : null;

    private async Task CommitAsync(SweepTarget target, Func<IUnit, CancellationToken, Task<int>> mark, DateTimeOffset? watermark, CancellationToken ct)
    {
        var missed = await database.TransactAsync(
            async (unit, token) =>
            {
                var found = await mark(unit, token);
                if (found > 0) await HintTally.AddAsync(unit, target.Scope, target.Entity, 0, found, time.UnixMs(), token);
                if (watermark is { } moved) await MoveAsync(unit, target, moved, token);
                return found;
            },
            ct);
        if (missed > 0) metrics.HintsMissed(target.Pair, target.Lane, missed);
    }

    private async Task<int> CompareAsync(IUnit unit, SweepTarget target, List<CrawledRecord> listed, CancellationToken ct)
    {
        var changed = await seen.CompareAsync(unit, target.Scope, target.Entity, listed, ct);
        return await looks.MarkListedAsync(unit, target.Scope, target.Entity, changed, await FinishedAsync(unit, target, ct), ct);
    }

    private Task<int> MoveAsync(IUnit unit, SweepTarget target, DateTimeOffset to, CancellationToken ct) => unit.ExecuteAsync(
        """
        INSERT INTO sweep (scope, entity, watermark, finished_at) VALUES (@Scope, @Entity, @to, @now)
        ON CONFLICT (scope, entity) DO UPDATE SET finished_at = excluded.finished_at,
          watermark = CASE WHEN excluded.watermark > sweep.watermark THEN excluded.watermark ELSE sweep.watermark END
        """,
        new { target.Scope, target.Entity, to = Math.Max(to.ToUnixMs(), target.From.ToUnixMs()), now = time.UnixMs() }, ct);
}
