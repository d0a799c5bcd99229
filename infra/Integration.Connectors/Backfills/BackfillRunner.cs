using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Backfills;

/// <summary>
/// Goes through a list page by page: each page's looks and the place where the next one begins are committed together, so that a stop anywhere repeats nothing
/// but the page that was being read. The next page waits until these looks are read and the writing half has taken the page before: nothing piles up.
/// </summary>
internal sealed class BackfillRunner(IDatabase database, LookBook looks, IOutbox outbox, TimeProvider time)
{
    private const int MostSamples = 20;
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(2);

    /// <summary>Does what is due now.</summary>
    /// <returns>How long to wait before the next step, and what the connection said when the step failed.</returns>
    public async Task<(TimeSpan Wait, WriteOutcome? Failure)> StepAsync(BackfillSource source, BackfillRun run, CancellationToken ct)
    {
        if (!run.IsDry && await WaitsForAsync(source, run, ct) is { } reason)
        {
            if (reason.Length > 0) await WaitingAsync(run, reason, ct);
            return (Soon, null);
        }

        if (run.State == BackfillStates.Draining)
        {
            await EndAsync(run, BackfillStates.Done, "", ct);
            return (TimeSpan.Zero, null);
        }

        switch (await source.PageAsync(run.From, run.Cursor, ct))
        {
            case ListedPage.Read read:
                var trial = run.IsDry ? await TryAsync(source, run, read, ct) : null;
                if (trial?.Failure is { } failure) return await FailedAsync(run, failure, ct);
                await database.TransactAsync((unit, token) => CommitAsync(unit, source, run, read, trial, token), ct);
                return (TimeSpan.Zero, null);
            case ListedPage.Failed failed:
                return await FailedAsync(run, failed.Outcome, ct);
            default:
                throw new InvalidOperationException("A page of a new kind.");
        }
    }

    /// <summary>Ends the run, wherever it stands.</summary>
    public Task EndAsync(BackfillRun run, string state, string reason, CancellationToken ct) => database.TransactAsync(
        async (unit, token) =>
        {
            if (await BackfillStore.LockAsync(unit, run, token) is not { } locked) return;
            var now = time.UnixMs();
            await TellAsync(unit, locked with { State = state, Reason = reason, UpdatedAt = now, EndedAt = now, Share = state == BackfillStates.Done ? 1 : locked.Share }, token);
        },
        ct);

    private async Task<string?> WaitsForAsync(BackfillSource source, BackfillRun run, CancellationToken ct)
    {
        var waiting = await database.ReadAsync((unit, token) => LookBook.BackfilledAsync(unit, source.Scope, source.Entity, token), ct);
        // A page takes its time; only when nothing moves is that worth a word.
        if (waiting > 0) return time.UnixMs() - run.UpdatedAt > Long.TotalMilliseconds ? "Waits for the records of the last page to be read: their lane is off, or the connection is slow." : "";
        return source.WritingQueue is not null && run.Page - run.Passed > 1 ? "Waits for the other side to take what was sent." : null;
    }

    private async Task<BackfillTrial> TryAsync(BackfillSource source, BackfillRun run, ListedPage.Read read, CancellationToken ct)
    {
        var known = await database.ReadAsync((unit, token) => LookBook.KnownAsync(unit, source.Scope, source.Entity, read.Ids, token), ct);
        var unknown = read.Ids.Distinct(StringComparer.Ordinal).Where(id => source.ToldAnew is { } anew
            ? known.GetValueOrDefault(id) is { } taken && anew(taken.Note)
            : known.GetValueOrDefault(id) is not { Sequence: > 0 } row || source.PassedOver(row.Note)).ToList();
        var tried = source.TryAsync is { } work && unknown.Count > 0 ? await work(unknown, run.From, ct) : new BackfillTrial(unknown.Count, 0, []);
        return tried with { LeftOut = tried.LeftOut + read.Ids.Count - unknown.Count };
    }

    private async Task CommitAsync(IUnit unit, BackfillSource source, BackfillRun seen, ListedPage.Read read, BackfillTrial? trial, CancellationToken ct)
    {
        // Another process was faster (the lease moved), or somebody cancelled it meanwhile.
        if (await BackfillStore.LockAsync(unit, seen, ct) is not { } run) return;
        var sent = trial?.Sent ?? (source.ToldAnew is { } anew
            ? await looks.MarkToldAnewAsync(unit, source.Scope, source.Entity, read.Ids, anew, ct)
            : await looks.MarkBackfilledAsync(
                unit, source.Scope, source.Entity, read.Ids, UnixTime.FromUnixMs(run.StartedAt), source.HasHistory ? run.From : null, source.PassedOver, ct));
        var now = time.UnixMs();
        run = run with
        {
            State = read.Next is null ? BackfillStates.Draining : BackfillStates.Running,
            Cursor = read.Next,
            Page = run.Page + 1,
            Listed = run.Listed + read.Ids.Count,
            Sent = run.Sent + sent,
            LeftOut = run.LeftOut + (trial?.LeftOut ?? read.Ids.Count - sent),
            Problems = run.Problems + (trial?.Problems.Count ?? 0),
            Samples = trial is { Problems.Count: > 0 } ? BackfillStore.Text(run.Found.Concat(trial.Problems).Take(MostSamples)) : run.Samples,
            Share = read.Share,
            PerSecond = Rate(run, read.Ids.Count, now),
            Reason = "",
            UpdatedAt = now,
        };
        if (!run.IsDry && source.WritingQueue is { } queue)
        {
            await outbox.EnqueueAsync(unit, queue, new BackfillMark(Guid.Parse(run.Id), run.Page, Queues.Backfill(run.Pair, run.Lane)), ct);
        }

        await TellAsync(unit, run, ct);
    }

    // What lies between two pages is what one took; a pause (the connection was closed, nothing ran) says nothing of the rate.
    private static double Rate(BackfillRun run, int records, long now)
    {
        var seconds = Math.Clamp((now - run.UpdatedAt) / 1000d, 0.001, 60);
        var last = records / seconds;
        return run.Page < 2 ? last : (0.8 * run.PerSecond) + (0.2 * last);
    }

    private async Task<(TimeSpan Wait, WriteOutcome? Failure)> FailedAsync(BackfillRun run, WriteOutcome failure, CancellationToken ct)
    {
        // The same page would be refused for ever.
        if (failure is WriteOutcome.Rejected rejected)
        {
            await EndAsync(run, BackfillStates.Failed, string.Join(' ', rejected.Reasons.Select(reason => reason.Message)), ct);
            return (TimeSpan.Zero, null);
        }

        await WaitingAsync(run, "Waits for the connection.", ct);
        return (AfterFailure, failure);
    }

    private async Task WaitingAsync(BackfillRun run, string reason, CancellationToken ct)
    {
        if (run.Reason == reason && time.UnixMs() - run.ToldAt < TellEvery.TotalMilliseconds) return;
        await database.TransactAsync(
            async (unit, token) =>
            {
                if (await BackfillStore.LockAsync(unit, run, token) is { } locked) await TellAsync(unit, locked with { Reason = reason }, token);
            },
            ct);
    }

    private async Task TellAsync(IUnit unit, BackfillRun run, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (run.EndedAt is not null || now.ToUnixMs() - run.ToldAt >= TellEvery.TotalMilliseconds)
        {
            run = run with { ToldAt = now.ToUnixMs() };
            await outbox.EnqueueAsync(unit, Queues.Console, run.Report(now), ct);
        }

        await BackfillStore.StoreAsync(unit, run, ct);
    }
}
