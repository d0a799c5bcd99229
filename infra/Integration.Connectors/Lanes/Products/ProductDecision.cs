using Integration.Connectors.Connections;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Contracts.Storefront;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Takes a person's decision about a product in conflict; the comparison that follows a fresh read of the kept side writes to the other one.</summary>
internal sealed class ProductDecision(TwoWayStore store, IOutbox outbox, Timeline timeline, LaneMessage messages)
{
    public Task TakeAsync(Connected connected, DecideConflict decision, Receipt receipt, CancellationToken ct) => messages.OnceAsync(receipt, async (unit, token) =>
    {
        var key = ProductFailures.Key(decision.Pair, decision.Id, decision.Id);
        if (connected.Pair(decision.Pair)?.Lanes.Products is not { } lane || await store.FindAsync(unit, decision.Pair, Entities.Product, decision.Id, token) is not { Conflicts.Count: > 0 } record)
        {
            await timeline.ClearAsync(unit, key, AttentionClasses.Conflict, "Nothing waits for a decision any more.", token);
            return;
        }

        var keep = decision.Keep == DecideConflict.Erp ? FieldOwner.Erp : FieldOwner.Storefront;
        await store.SaveAsync(unit, record.Decided(keep, lane.Owners, record.OpenConflicts()), null, token);
        // The ERP's products are compared only where they are written to the shop.
        var (queue, id) = keep == FieldOwner.Erp && lane.ToStore ? (ProductFailures.ErpQueue(decision.Pair), record.ErpId) : (ProductFailures.StoreQueue(decision.Pair), record.Id);
        await outbox.EnqueueAsync(unit, queue, new RereadRecord(decision.Pair, Entities.Product, id, decision.Operator), token);
        await timeline.TellAsync(unit, ProductFailures.Lane, key with { Number = record.ErpId },
            $"{decision.Operator} keeps the values of the {DecideConflict.Words(decision.Keep)}: {string.Join(", ", record.Conflicts)}.", null, [], token);
    }, ct);
}
