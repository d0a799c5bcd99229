using System.Diagnostics;
using Integration.Connectors.Outcomes;
using Integration.Platform.Database;
using Integration.Platform.Faults;

namespace Integration.Connectors.Effects;

/// <summary>
/// Carries out intended writes exactly once: a transaction claims, the call runs outside any transaction, a second transaction fenced
/// by owner and attempt stores its result together with everything of the caller's (<c>docs/adr/0011-effects.md</c>).
/// </summary>
internal sealed class EffectRunner(IDatabase database, EffectStore store, OwnClaims own, TimeProvider time)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(30);

    /// <summary>Runs the effect as far as it can go now.</summary>
    /// <param name="intent">The write.</param>
    /// <param name="complete">Stores the caller's part of a settled outcome (done, already done, differing, rejected) in the same transaction.</param>
    /// <param name="ct">Cancels; a write that had left stays in doubt.</param>
    public async Task<EffectRun> RunAsync(EffectIntent intent, Func<IUnit, WriteOutcome, CancellationToken, Task> complete, CancellationToken ct)
    {
        var key = intent.Key.ToString();
        using var begun = intent.Alone is null ? own.TryBegin(key) : own.TryBegin(key, $"{intent.Key.Connection}|{intent.Key.Entity}|{intent.Alone}");
        if (begun is null) return Busy();
        var (verdict, before, claim) = await ClaimAsync(intent, complete, ct);
        switch (verdict)
        {
            case ClaimVerdict.Claim go:
                CrashPoints.Hit("after-claim");
                return await WorkAsync(intent, go, before, claim, complete, ct);
            case ClaimVerdict.Over over: return new EffectRun.Settled(over.Outcome);
            case ClaimVerdict.Busy: return Busy();
            case ClaimVerdict.Forbidden: return new EffectRun.Forbidden();
            case ClaimVerdict.Superseded: return new EffectRun.Superseded();
            default: throw new UnreachableException();
        }
    }

    private Task<(ClaimVerdict Verdict, EffectRow Before, EffectRow Claim)> ClaimAsync(
        EffectIntent intent, Func<IUnit, WriteOutcome, CancellationToken, Task> complete, CancellationToken ct) =>
        database.TransactAsync(
            async (unit, token) =>
            {
                var now = time.UnixMs();
                // Nearly every effect is new and free: one statement then makes and claims it.
                var untouched = EffectRow.Untouched(intent.Key, intent.Subject);
                if (ClaimRule.Of(untouched, intent, now, ClaimHere.Foreign) is ClaimVerdict.Claim first)
                {
                    var begun = Claim(untouched, intent, first, now);
                    if (await store.TryBeginAsync(unit, intent.Key, begun, token)) return (first, untouched, begun);
                }

                var row = await store.LockAsync(unit, intent.Key, intent.Subject, token);
                var verdict = ClaimRule.Of(row, intent, now, own.Before(row));
                var claim = row;
                if (verdict is ClaimVerdict.Claim go)
                {
                    claim = Claim(row, intent, go, now);
                    await store.ClaimAsync(unit, claim, token);
                }
                else if (verdict is ClaimVerdict.Over over)
                {
                    await complete(unit, over.Outcome, token);
                }

                return (verdict, row, claim);
            },
            ct);

    private EffectRow Claim(EffectRow row, EffectIntent intent, ClaimVerdict.Claim go, long now) => row with
    {
        Owner = own.Owner, Epoch = intent.Epoch, Attempt = row.Attempt + 1, Subject = intent.Subject,
        Revision = Math.Max(row.Revision, intent.Revision),
        BusyUntil = now + Ms(intent.CallTime),
        QuietUntil = go.MayWrite ? now + Ms(intent.CallTime + intent.QuietTime) : row.QuietUntil,
    };

    private async Task<EffectRun> WorkAsync(
        EffectIntent intent, ClaimVerdict.Claim go, EffectRow before, EffectRow claim,
        Func<IUnit, WriteOutcome, CancellationToken, Task> complete, CancellationToken ct)
    {
        if (before.Attempt == 0 && intent.First is { } first) return await WriteAsync(intent, claim, first, complete, ct);
        if (go.MustLook)
        {
            switch (await intent.Look(ct))
            {
                case LookOutcome.Same same:
                    return await SettleAsync(intent, claim, new WriteOutcome.AlreadyDone(same.Ref), complete, ct);
                case LookOutcome.Different different when !intent.DifferentIsWritten && !(go.UpdateId == different.Ref.Id && intent.Update is not null):
                    return await SettleAsync(intent, claim, new WriteOutcome.Differs(different.Ref, different.Fields), complete, ct);
                case LookOutcome.Different different when !intent.DifferentIsWritten:
                    return await WriteAsync(intent, claim, token => intent.Update!(different.Ref.Id, token), complete, ct);
                case LookOutcome.Failed { Outcome: WriteOutcome.Rejected rejected } when !before.InDoubt:
                    return await SettleAsync(intent, claim, rejected, complete, ct);
                case LookOutcome.Failed failed:
                    return await PutBackAsync(claim, before, failed.Outcome, ct);
            }
        }

        return go.MayWrite
            ? await WriteAsync(intent, claim, intent.Write, complete, ct)
            : await PutBackAsync(claim, before, null, ct);
    }

    private async Task<EffectRun> WriteAsync(
        EffectIntent intent, EffectRow claim, Func<CancellationToken, Task<WriteOutcome>> write,
        Func<IUnit, WriteOutcome, CancellationToken, Task> complete, CancellationToken ct)
    {
        var outcome = await write(ct);
        CrashPoints.Hit("after-call-before-save");
        return await SettleAsync(intent, claim, outcome, complete, ct);
    }

    private async Task<EffectRun> SettleAsync(
        EffectIntent intent, EffectRow claim, WriteOutcome outcome, Func<IUnit, WriteOutcome, CancellationToken, Task> complete, CancellationToken ct)
    {
        if (outcome is not WriteOutcome.Unknown) own.Answered(claim.Key, claim.Attempt);
        var settled = outcome is WriteOutcome.Done or WriteOutcome.AlreadyDone or WriteOutcome.Differs or WriteOutcome.Rejected;
        var quietUntil = time.GetUtcNow() + intent.QuietTime;
        var (state, reference, reasons) = EffectStore.Trace(outcome);
        var ours = await database.TransactAsync(
            async (unit, token) =>
            {
                if (!await store.EndAsync(unit, claim, state, quietUntil.ToUnixMs(), reference, reasons, token)) return false;
                if (settled) await complete(unit, outcome, token);
                return true;
            },
            ct);
        own.Saved(claim.Key);
        if (!ours) return Busy();
        if (settled) return new EffectRun.Settled(outcome);
        return outcome is WriteOutcome.Unknown unknown
            ? new EffectRun.Postponed(intent.UniqueReference ? time.GetUtcNow() + Soon : quietUntil, unknown.Reason)
            : new EffectRun.Postponed(time.GetUtcNow() + Soon, "The connection pauses.", outcome);
    }

    private async Task<EffectRun> PutBackAsync(EffectRow claim, EffectRow before, WriteOutcome? outcome, CancellationToken ct)
    {
        // Whatever was in doubt stays in doubt, with the quiet time it had.
        var state = before.InDoubt ? EffectStates.Unknown : before.State;
        await database.TransactAsync(
            (unit, token) => store.EndAsync(unit, claim, state, before.QuietUntil, null, null, token), ct);
        return outcome is null
            ? new EffectRun.Postponed(UnixTime.FromUnixMs(before.QuietUntil), "An earlier request may still be carried out.")
            : new EffectRun.Postponed(
                time.GetUtcNow() + (outcome is WriteOutcome.Rejected ? Later : Soon), "The look before the write failed.", outcome);
    }

    private static long Ms(TimeSpan span) => (long)span.TotalMilliseconds;

    private EffectRun.Postponed Busy() => new(time.GetUtcNow() + Soon, "Another worker is at it.");
}
