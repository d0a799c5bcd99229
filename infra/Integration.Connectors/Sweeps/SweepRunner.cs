using Integration.Connectors.Hints;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Platform.Database;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Sweeps;

/// <summary>
/// Runs sweeps. The watermark moves only after the last page is committed, to the sweep's start by the source's clock minus the overlap.
/// </summary>
internal sealed class SweepRunner(IDatabase database, LookBook book, IntegrationMetrics metrics, TimeProvider time)
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
        await foreach (var page in target.Changed(since, ct))
        {
            if (page.Failure is { } failure) return failure;
            start ??= page.SourceTime ?? began - ClockDoubt;
            await CommitAsync(target, page.Records, page.SourceTime is { } clock ? clock - time.GetUtcNow() : TimeSpan.Zero,
                page.Last ? start.Value - target.Schedule.Overlap : null, ct);
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
    public async Task<DateTimeOffset?> FinishedAsync(SweepTarget target, CancellationToken ct) =>
        await database.ReadAsync((unit, token) => unit.FirstOrDefaultAsync<long?>(
            "SELECT finished_at FROM sweep WHERE scope = @Scope AND entity = @Entity", new { target.Scope, target.Entity }, token), ct) is { } stored
            ? UnixTime.FromUnixMs(stored)
            : null;

    private async Task CommitAsync(
        SweepTarget target, IReadOnlyList<Ports.ChangedRecord> records, TimeSpan ahead, DateTimeOffset? watermark, CancellationToken ct)
    {
        var missed = await database.TransactAsync(
            async (unit, token) =>
            {
                var found = await book.MarkSweptAsync(unit, target.Scope, target.Entity, records, ahead, target.HintsEveryChange(), token);
                if (found > 0) await HintTally.AddAsync(unit, target.Scope, target.Entity, 0, found, time.UnixMs(), token);
                if (watermark is { } moved) await MoveAsync(unit, target, moved, token);
                return found;
            },
            ct);
        if (missed > 0) metrics.HintsMissed(target.Pair, target.Lane, missed);
    }

    private Task<int> MoveAsync(IUnit unit, SweepTarget target, DateTimeOffset to, CancellationToken ct) => unit.ExecuteAsync(
        """
        INSERT INTO sweep (scope, entity, watermark, finished_at) VALUES (@Scope, @Entity, @to, @now)
        ON CONFLICT (scope, entity) DO UPDATE SET finished_at = excluded.finished_at,
          watermark = CASE WHEN excluded.watermark > sweep.watermark THEN excluded.watermark ELSE sweep.watermark END
        """,
        new { target.Scope, target.Entity, to = Math.Max(to.ToUnixMs(), target.From.ToUnixMs()), now = time.UnixMs() }, ct);
}
