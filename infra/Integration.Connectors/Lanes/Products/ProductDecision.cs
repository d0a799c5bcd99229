using Integration.Connectors.Connections;
using Integration.Connectors.Pairs.Lanes;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Contracts.Storefront;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Takes a person's decision about a product in conflict; the comparison that follows a fresh read of the kept side writes to the other one.</summary>
internal sealed class ProductDecision(ConflictDecisions decisions)
{
    public Task TakeAsync(Connected connected, DecideConflict decision, Receipt receipt, CancellationToken ct)
    {
        var lane = connected.Pair(decision.Pair)?.Lanes.Products;
        return decisions.TakeAsync(decision, receipt, ProductFailures.Lane, lane?.Owners, (record, keep) =>
        {
            // The ERP's products are compared only where they are written to the shop.
            var (queue, id) = keep == FieldOwner.Erp && lane is { ToStore: true } ? (ProductFailures.ErpQueue(decision.Pair), record.ErpId) : (ProductFailures.StoreQueue(decision.Pair), record.Id);
            return (queue, new RereadRecord(decision.Pair, Entities.Product, id, decision.Operator), record.ErpId);
        }, ct);
    }
}
