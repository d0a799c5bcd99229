using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes;

/// <summary>Takes a person's decision about a record in conflict: the fields are released, and what follows compares both sides again.</summary>
internal sealed class ConflictDecisions(TwoWayStore store, IOutbox outbox, Timeline timeline, LaneMessage messages)
{
    /// <summary>Takes the decision once; where nothing waits for it any more, the entry leaves the attention list.</summary>
    /// <param name="decision">What was decided.</param>
    /// <param name="receipt">Of its message.</param>
    /// <param name="lane">The lane's name in the timeline.</param>
    /// <param name="owners">Who decides each field; null when the pair no longer has the lane.</param>
    /// <param name="next">What follows for the record and the side that is kept: the message that leads to the comparison, its queue, and the record's number for people.</param>
    /// <param name="ct">Cancels.</param>
    public Task TakeAsync<T>(
        DecideConflict decision, Receipt receipt, string lane, IReadOnlyDictionary<string, FieldOwner>? owners,
        Func<TwoWayRecord, FieldOwner, (string Queue, T Message, string Number)> next, CancellationToken ct)
        where T : class => messages.OnceAsync(receipt, async (unit, token) =>
    {
        var key = new RecordKey(decision.Pair, decision.Entity, decision.Id, decision.Id);
        if (owners is null || await store.FindAsync(unit, decision.Pair, decision.Entity, decision.Id, token) is not { Conflicts.Count: > 0 } record)
        {
            await timeline.ClearAsync(unit, key, AttentionClasses.Conflict, "Nothing waits for a decision any more.", token);
            return;
        }

        var keep = decision.Keep == DecideConflict.Erp ? FieldOwner.Erp : FieldOwner.Storefront;
        await store.SaveAsync(unit, record.Decided(keep, owners, record.OpenConflicts()), null, token);
        var (queue, message, number) = next(record, keep);
        await outbox.EnqueueAsync(unit, queue, message, token);
        await timeline.TellAsync(unit, lane, key with { Number = number },
            $"{decision.Operator} keeps the values of the {DecideConflict.Words(decision.Keep)}: {string.Join(", ", record.Conflicts)}.", null, [], token);
    }, ct);
}
