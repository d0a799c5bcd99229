using Integration.Connectors.Connections;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Takes a person's decision about a customer in conflict; the comparison that follows writes what is kept to the other side.</summary>
internal sealed class CustomerDecision(TwoWayStore store, IOutbox outbox, Timeline timeline, LaneMessage messages)
{
    public Task TakeAsync(Connected connected, DecideConflict decision, Receipt receipt, CancellationToken ct) => messages.OnceAsync(receipt, async (unit, token) =>
    {
        var key = new RecordKey(decision.Pair, Entities.Customer, decision.Id, decision.Id);
        if (connected.Pair(decision.Pair) is not { } pair || await store.FindAsync(unit, decision.Pair, Entities.Customer, decision.Id, token) is not { Conflicts.Count: > 0 } record)
        {
            await timeline.ClearAsync(unit, key, AttentionClasses.Conflict, "Nothing waits for a decision any more.", token);
            return;
        }

        var keep = decision.Keep == DecideConflict.Erp ? FieldOwner.Erp : FieldOwner.Storefront;
        await store.SaveAsync(unit, record.Decided(keep, CustomerMappings.Rules(pair).Owners, record.OpenConflicts()), null, token);
        await outbox.EnqueueAsync(unit, CustomerQueues.Erp(decision.Pair), new CompareCustomer(decision.Pair, decision.Id, record.ErpId, FoundBy.Operator), token);
        await timeline.TellAsync(unit, CustomerQueues.ToErp, key,
            $"{decision.Operator} keeps the values of the {DecideConflict.Words(decision.Keep)}: {string.Join(", ", record.Conflicts)}.", null, [], token);
    }, ct);
}
