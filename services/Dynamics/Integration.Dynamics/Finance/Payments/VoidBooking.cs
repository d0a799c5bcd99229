using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol.Batch;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>Undoes captures as if they had never been: a line that is not posted is deleted, a posted one is taken back by an opposite line with the void's own key.</summary>
internal sealed class VoidBooking(FinanceClient client, PaymentLines lines, JournalWrite write, KeyForm keys)
{
    /// <summary>Same when nothing of the captures counts any more.</summary>
    public async Task<LookOutcome> FindAsync(PaymentPosting posting, CancellationToken ct)
    {
        var (open, owed, last, failure) = await SortAsync(posting, ct);
        if (failure is not null) return new LookOutcome.Failed(failure);
        return open.Count == 0 && owed.Count == 0 ? new LookOutcome.Same(last) : new LookOutcome.NotFound();
    }

    /// <summary>Deletes and takes back what still counts.</summary>
    public async Task<WriteOutcome> PostAsync(PaymentPosting posting, CancellationToken ct)
    {
        var (open, owed, last, failure) = await SortAsync(posting, ct);
        if (failure is not null) return failure;
        if (open.Count > 0)
        {
            var deleted = await client.BatchAsync([.. open.Select(line => new BatchCall(HttpMethod.Delete, lines.Target(line), null))], ct);
            // The journal may have been posted this moment: the next attempt sees it.
            if (deleted.Failure is { } refused) return refused;
        }

        if (owed.Count == 0) return new WriteOutcome.Done(last);
        var (stored, echo, notAdded) = await write.AddAsync([.. owed.Select(line => lines.Opposite(line, posting.Entry))], posting.Settings.ClosedPeriods, ct);
        if (notAdded is not null) return notAdded;
        return stored.Count > 0 ? new WriteOutcome.Done(LineId.Of(stored[^1]).ToRef(), echo) : new WriteOutcome.Unknown("F&O answered a write without the line.");
    }

    private async Task<(IReadOnlyList<FinanceRecord> Open, IReadOnlyList<FinanceRecord> Owed, RecordRef Last, WriteOutcome? Failure)> SortAsync(PaymentPosting posting, CancellationToken ct)
    {
        var key = posting.Entry.Key;
        var nothing = new RecordRef(Entities.Payment, key, key);
        var (found, failure) = await lines.WithKeyAsync([.. posting.Captures, key], ct);
        if (failure is not null) return ([], [], nothing, failure);
        var kept = posting.Captures.Select(keys.Of).ToList();
        var captures = found.Where(line => kept.Contains(line.Text("PaymentId"), StringComparer.OrdinalIgnoreCase)).ToList();
        var reversals = found.Where(line => PaymentLines.Voids(line) is not null).ToList();
        var (posted, unread) = await lines.PostedAsync(captures, ct);
        if (unread is not null) return ([], [], nothing, unread);
        var gone = reversals.Select(PaymentLines.Voids).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (
            [.. captures.Where(line => !posted.Contains(line.Text(JournalKind.Number)))],
            [.. captures.Where(line => posted.Contains(line.Text(JournalKind.Number)) && !gone.Contains(line.Text("PaymentId")))],
            reversals.Count > 0 ? LineId.Of(reversals[^1]).ToRef() : nothing,
            null);
    }
}
