using Integration.Connectors.Connections;
using Integration.Connectors.Looks;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Takes a person's decision about a customer in conflict; the comparison that follows writes what is kept to the other side.</summary>
internal sealed class CustomerDecision(ConflictDecisions decisions)
{
    public Task TakeAsync(Connected connected, DecideConflict decision, Receipt receipt, CancellationToken ct) => decisions.TakeAsync(
        decision, receipt, CustomerQueues.ToErp, connected.Pair(decision.Pair) is { } pair ? CustomerMappings.Rules(pair).Owners : null,
        (record, _) => (CustomerQueues.Erp(decision.Pair), new CompareCustomer(decision.Pair, decision.Id, record.ErpId, FoundBy.Operator), record.Id), ct);
}
