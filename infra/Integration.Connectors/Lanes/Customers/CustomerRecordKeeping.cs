using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Privacy;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Ends a comparison: what is remembered, sent on to the storefront, told and counted, together with the message's receipt.</summary>
internal sealed class CustomerRecordKeeping(
    TwoWayStore store, EmailHash emails, IInbox inbox, IOutbox outbox, Timeline timeline, LaneMessage messages, IntegrationMetrics metrics)
{
    /// <summary>Nothing is to be done with this account.</summary>
    public async Task<EffectRun.Postponed?> LeaveAsync(Comparison comparison, string why, Receipt receipt, CallLog log, CancellationToken ct)
    {
        await messages.OnceAsync(receipt, (unit, token) => timeline.TellAsync(unit, CustomerQueues.ToErp, comparison.Key, why, RecordStates.Waiting, log.Calls, token), ct);
        return null;
    }

    /// <summary>The pair observes: says what would be done.</summary>
    public async Task<EffectRun.Postponed?> ObserveAsync(Comparison comparison, string what, Receipt receipt, CallLog log, CancellationToken ct)
    {
        await messages.OnceAsync(receipt, (unit, token) => timeline.TellAsync(unit, CustomerQueues.ToErp, comparison.Key, $"The pair only observes. {what}", RecordStates.Observed, log.Calls, token), ct);
        return null;
    }

    /// <summary>A document of the pair does not fit the customer.</summary>
    public Task<EffectRun.Postponed?> UnmappedAsync(Comparison comparison, MappedDocument mapped, Receipt receipt, CallLog log, CancellationToken ct) =>
        RaiseAsync(comparison, mapped.Class, mapped.Problems, "Correct the pair's document or lookup, then retry.", receipt, log, ct);

    /// <summary>Puts the customer on the attention list.</summary>
    public async Task<EffectRun.Postponed?> RaiseAsync(
        Comparison comparison, string @class, IReadOnlyList<Reason> reasons, string advice, Receipt receipt, CallLog log, CancellationToken ct)
    {
        await messages.OnceAsync(receipt, (unit, token) => RaiseAsync(unit, comparison, @class, reasons, advice, log, token), ct);
        return null;
    }

    /// <summary>Remembers a comparison after which nothing is to be written to the ERP.</summary>
    public async Task<EffectRun.Postponed?> KeepAsync(Comparison comparison, RecordMerge merge, Receipt receipt, CallLog log, CancellationToken ct)
    {
        await messages.OnceAsync(receipt, (unit, token) => StoreAsync(unit, comparison, merge, log, token), ct);
        return null;
    }

    /// <summary>Remembers a comparison after a write to the ERP.</summary>
    public async Task KeepAsync(IUnit unit, Comparison comparison, RecordMerge merge, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (!await inbox.TakeAsync(unit, receipt, ct)) return;
        await CountAsync(unit, comparison, TwoWayCounts.ToErp, ct);
        unit.AfterCommit(() => metrics.Out(comparison.Pair.Name, CustomerQueues.ToErp));
        await timeline.TellAsync(unit, CustomerQueues.ToErp, comparison.Key, $"Written to the ERP: {string.Join(", ", merge.ToErp.Keys)}.", RecordStates.InErp, log.Calls, ct, comparison.Record.ErpId);
        await ClearAsync(unit, comparison, "The ERP took the customer.", ct);
        await StoreAsync(unit, comparison, merge, log, ct);
    }

    /// <summary>Remembers a customer that the ERP has now.</summary>
    public async Task MadeAsync(IUnit unit, Comparison comparison, string emailHash, bool created, Receipt receipt, CallLog log, CancellationToken ct)
    {
        // A delivery of the same message that came meanwhile has put it back for later. What we made is remembered here nevertheless: its answer comes once.
        if (!await inbox.TakeAsync(unit, receipt, ct) && !created) return;
        await store.SaveAsync(unit, comparison.Record, emailHash, ct);
        if (created)
        {
            await CountAsync(unit, comparison, TwoWayCounts.ToErp, ct);
            unit.AfterCommit(() => metrics.Out(comparison.Pair.Name, CustomerQueues.ToErp));
        }
        else
        {
            await outbox.EnqueueAsync(unit, CustomerQueues.Erp(comparison.Pair.Name), new CompareCustomer(comparison.Pair.Name, comparison.Record.Id, comparison.Record.ErpId, comparison.Cause), ct);
        }

        await ClearAsync(unit, comparison, "The ERP has the customer.", ct);
        await timeline.TellAsync(unit, CustomerQueues.ToErp, comparison.Key,
            created ? $"Made in the ERP as {comparison.Record.ErpId}." : $"The ERP has the customer already, as {comparison.Record.ErpId}.", RecordStates.InErp, log.Calls, ct, comparison.Record.ErpId);
    }

    /// <summary>The ERP did not take a write.</summary>
    public async Task RefusedAsync(IUnit unit, Comparison comparison, WriteOutcome outcome, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (!await inbox.TakeAsync(unit, receipt, ct)) return;
        // The storefront's values were seen, and nothing of them is agreed.
        if (comparison.Record.ErpId.Length > 0) await SaveAsync(unit, comparison, comparison.Record, ct);
        var (@class, reasons) = outcome switch
        {
            WriteOutcome.Rejected rejected => (AttentionClasses.RejectedByErp, rejected.Reasons),
            WriteOutcome.Differs differs => (AttentionClasses.Differs, differs.Fields),
            _ => (AttentionClasses.Differs, [new Reason("", "The ERP's answer does not show the customer.")]),
        };
        await RaiseAsync(unit, comparison, @class, reasons, "The ERP did not take the customer. Mend the cause, then retry.", log, ct);
    }

    private async Task StoreAsync(IUnit unit, Comparison comparison, RecordMerge merge, CallLog log, CancellationToken ct)
    {
        var record = comparison.Record;
        if (merge.ToStorefront.Count > 0)
        {
            record = record with { Writes = record.Writes + 1 };
            await outbox.EnqueueAsync(unit, CustomerQueues.Store(comparison.Pair.Name), new WriteCustomer(
                comparison.Pair.Name, record.Id, record.ErpId, record.Writes,
                [.. merge.ToStorefront.Select(field => new FieldWrite(field.Key, field.Value, comparison.Storefront.GetValueOrDefault(field.Key)))]), ct);
            await timeline.TellAsync(unit, CustomerQueues.ToStore, comparison.Key, $"Changed in the ERP, sent to the shop: {string.Join(", ", merge.ToStorefront.Keys)}.", null, log.Calls, ct, record.ErpId);
        }
        else if (merge is { ToErp.Count: 0, Conflicts.Count: 0 } && record.WasWritten)
        {
            await CountAsync(unit, comparison, TwoWayCounts.Echoes, ct);
        }

        await ConflictsAsync(unit, comparison, merge, log, ct);
        await SaveAsync(unit, comparison, record with { Conflicts = [.. merge.Conflicts.Select(conflict => conflict.Field)] }, ct);
    }

    private async Task ConflictsAsync(IUnit unit, Comparison comparison, RecordMerge merge, CallLog log, CancellationToken ct)
    {
        var before = comparison.Record.Conflicts;
        if (merge.Conflicts.Count == 0)
        {
            if (before.Count > 0) await timeline.ClearAsync(unit, comparison.Key, AttentionClasses.Conflict, "Nothing is in conflict any more.", ct);
            return;
        }

        // Whoever decided or asked is answered, and the entry names the fields that a decision is about.
        if (comparison.Cause != FoundBy.Operator && before.ToHashSet(StringComparer.Ordinal).SetEquals(merge.Conflicts.Select(conflict => conflict.Field))) return;
        if (before.Count == 0) await CountAsync(unit, comparison, TwoWayCounts.Conflicts, ct);
        await RaiseAsync(unit, comparison, AttentionClasses.Conflict, [.. merge.Conflicts.Select(conflict => ReasonOf(conflict, comparison.Record))],
            "Say whose values are kept, or make both sides alike in the shop or in the ERP, and the entry goes by itself. A retry only compares again.", log, ct,
            CustomerQueues.Erp(comparison.Pair.Name));
    }

    private static Reason ReasonOf(FieldConflict conflict, TwoWayRecord record)
    {
        if (record.Fields.GetValueOrDefault(conflict.Field)?.IsStopped == true)
            return new Reason(conflict.Field, "Shop and ERP answer each other's writes with values of their own; nothing more is written to this field.");
        return new Reason(conflict.Field, CustomerFields.IsPlain(conflict.Field)
            ? $"The shop has '{conflict.Storefront}', the ERP '{conflict.Erp}'."
            // Values of persons are shown on request only, from the sealed record.
            : "Shop and ERP have different values, and nothing says which is newer.");
    }

    private async Task RaiseAsync(
        IUnit unit, Comparison comparison, string @class, IReadOnlyList<Reason> reasons, string advice, CallLog log, CancellationToken ct, string? decisionQueue = null)
    {
        await timeline.TellAsync(unit, CustomerQueues.ToErp, comparison.Key, $"It needs a person ({@class}).", RecordStates.Attention, log.Calls, ct);
        await timeline.RaiseAsync(unit, CustomerQueues.ToErp, comparison.Key, @class, reasons, advice, comparison.Retry, ct, decisionQueue);
    }

    private async Task ClearAsync(IUnit unit, Comparison comparison, string why, CancellationToken ct)
    {
        foreach (var @class in (string[])[AttentionClasses.RejectedByErp, AttentionClasses.AmbiguousMatch, AttentionClasses.UnmappedCode, AttentionClasses.MappingFailed, AttentionClasses.Differs])
            await timeline.ClearAsync(unit, comparison.Key, @class, why, ct);
    }

    private async Task SaveAsync(IUnit unit, Comparison comparison, TwoWayRecord record, CancellationToken ct)
    {
        // A message that was handled meanwhile knows a newer account: its values stay, and its own comparison follows.
        if (await store.FindAsync(unit, record.Pair, record.Entity, record.Id, ct) is { } now && now.Sequence > record.Sequence)
            record = record with { Sequence = now.Sequence, Storefront = now.Storefront };
        var email = comparison.Account?.NormalisedEmail ?? record.Storefront.GetValueOrDefault(CustomerFields.Email);
        await store.SaveAsync(unit, record, email is { Length: > 0 } ? await emails.OfAsync(unit, email, ct) : null, ct);
    }

    private static Task CountAsync(IUnit unit, Comparison comparison, string what, CancellationToken ct) => TwoWayStore.CountAsync(unit, comparison.Pair.Name, Entities.Customer, what, 1, ct);
}
