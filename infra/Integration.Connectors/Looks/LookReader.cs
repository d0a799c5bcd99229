using System.Diagnostics;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Privacy;
using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Integration.Platform.Faults;
using Integration.Platform.Secrets;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Looks;

/// <summary>Reads dirty records afresh and commits snapshot, sequence and outgoing messages together.</summary>
/// <typeparam name="T">The record as the port reads it.</typeparam>
internal sealed class LookReader<T>(
    IDatabase database, LookBook book, ISealer sealer, EmailHash emails, TimeProvider time, ILookSource<T> source)
{
    /// <summary>How long a record that was hinted may stay unfound before that is believed.</summary>
    public static readonly TimeSpan BelievedAfter = TimeSpan.FromMinutes(10);

    /// <summary>Purpose of sealed snapshots.</summary>
    public const string Purpose = "snapshot";

    private const string Deleted = "deleted";

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Reads everything that is due now.</summary>
    /// <returns>What the connection said when it has to pause, else null; and how many records were read.</returns>
    public async Task<(WriteOutcome? Stop, int Read)> RunAsync(int concurrency, CancellationToken ct)
    {
        var rows = await database.ReadAsync((unit, token) => book.DueAsync(unit, source.Scope, source.Entity, concurrency * 8, concurrency, token), ct);
        WriteOutcome? stop = null;
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = ct }, async (row, token) =>
        {
            if (Volatile.Read(ref stop) is null && await ReadAsync(row, token) is { } failure) Interlocked.CompareExchange(ref stop, failure, null);
        });
        return (stop, rows.Count);
    }

    /// <summary>Reads one record.</summary>
    /// <returns>What the connection said when the read failed, else null.</returns>
    public async Task<WriteOutcome?> ReadAsync(LookRow row, CancellationToken ct)
    {
        using var activity = IntegrationActivity.Source.StartActivity($"look {source.Entity}", ActivityKind.Internal);
        using var log = CallLog.Begin();
        var began = time.UnixMs();
        var outcome = await source.ReadAsync(row.Id, ct);
        if (outcome is ReadOutcome<T>.Failed failed)
        {
            if (failed.Outcome is not WriteOutcome.Rejected rejected) return failed.Outcome;
            outcome = new ReadOutcome<T>.Unreadable(rejected.Reasons);
        }

        await database.TransactAsync((unit, token) => StoreAsync(unit, row, outcome, began, log.Calls, token), ct);
        return null;
    }

    private async Task StoreAsync(IUnit unit, LookRow seen, ReadOutcome<T> outcome, long began, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        // Another reader was faster (the lease moved): its snapshot is newer than what we hold.
        if (await LookBook.LockAsync(unit, seen.Key, ct) is not { } row || row.Sequence != seen.Sequence || row.Dirty == 0) return;
        row = row with { Dirty = seen.Dirty };
        switch (outcome)
        {
            case ReadOutcome<T>.Found found:
                await FoundAsync(unit, row, found.Value, began, calls, ct);
                break;
            case ReadOutcome<T>.NotReady { Ignore: false }:
            case ReadOutcome<T>.NotFound when began - row.MarkedAt < BelievedAfter.TotalMilliseconds && !Defects.Has(Defects.NotFoundFinal):
                await PutOffAsync(unit, row, ct);
                break;
            case ReadOutcome<T>.NotFound when row.Sequence > 0 && row.Fingerprint != Deleted:
                var note = await source.GoneAsync(unit, row, row.Sequence + 1, calls, ct);
                await LookBook.StoreAsync(unit, row, Reading(row, began, Deleted) with { Sequence = row.Sequence + 1, Note = note }, ct);
                break;
            case ReadOutcome<T>.NotFound:
            case ReadOutcome<T>.NotReady:
                await LookBook.StoreAsync(unit, row, Reading(row, began, row.Fingerprint), ct);
                break;
            case ReadOutcome<T>.Unreadable unreadable:
                await source.UnreadableAsync(unit, row, unreadable.Reasons, calls, ct);
                await LookBook.StoreAsync(unit, row, Reading(row, began, ""), ct);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private async Task FoundAsync(IUnit unit, LookRow row, T value, long began, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        var content = source.Describe(value);
        var fingerprint = content.Fingerprint;
        if (fingerprint == row.Fingerprint)
        {
            await LookBook.StoreAsync(unit, row, Reading(row, began, fingerprint) with { Stamp = content.ChangedAt?.ToUnixMs() }, ct);
            return;
        }

        var sequence = row.Sequence + 1;
        var decision = await source.ChangedAsync(unit, row, sequence, value, calls, ct);
        if (decision.NotYet)
        {
            await PutOffAsync(unit, row, ct);
            return;
        }

        await LookBook.StoreAsync(unit, row, Reading(row, began, fingerprint) with
        {
            Sequence = sequence,
            Stamp = content.ChangedAt?.ToUnixMs(),
            Note = decision.Note,
            Snapshot = content.Snapshot is null ? null : sealer.Seal(content.Snapshot, Purpose),
            SnapshotExpires = content.Snapshot is null ? null : time.UnixMs() + (long)content.KeptFor.TotalMilliseconds,
            EmailHash = content.Email is null ? null : await emails.OfAsync(unit, content.Email, ct),
        }, ct);
    }

    private static LookReading Reading(LookRow row, long began, string fingerprint) =>
        new() { ReadAt = began, Sequence = row.Sequence, Fingerprint = fingerprint, Note = row.Note };

    private Task PutOffAsync(IUnit unit, LookRow row, CancellationToken ct)
    {
        // 1 s, 2 s, 4 s … 5 min.
        var wait = Math.Min(1_000L << (int)Math.Min(row.Tries, 20), (long)LongestWait.TotalMilliseconds);
        return LookBook.PutOffAsync(unit, row, time.UnixMs() + wait, ct);
    }
}
