using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Console.Reconciliation.Running;

/// <summary>Has mended what can be mended safely: the services that hold the connections look once more before they write.</summary>
internal sealed class Healing(IOutbox outbox)
{
    private const string Healer = "the reconciliation";

    /// <summary>True for what a look and a repeated write mend; everything else is for a person.</summary>
    public static bool Can(string entity, string cause, string storeId) =>
        storeId.Length > 0 && ((entity == Entities.Order && cause == AttentionClasses.MissingInErp) || (entity == Entities.Stock && cause == AttentionClasses.StaleStock));

    /// <summary>Asks for it, in the transaction that says so.</summary>
    public async Task AskAsync(IUnit unit, RunRow run, FindingRow finding, CancellationToken ct)
    {
        if (finding.Entity == Entities.Order)
        {
            var restore = new RestoreSalesOrder(new OrderKey(run.Pair, finding.StoreId), finding.Key, finding.Number, Healer);
            await outbox.EnqueueAsync(unit, Queues.OrdersSubmit(run.Pair), restore, ct);
        }
        else if (finding.Entity == Entities.Stock)
        {
            // Either side may have drifted without a trace: the ERP's figure is read anew, and the lane that alone writes levels looks at the shop's whatever it wrote before.
            await outbox.EnqueueAsync(unit, Queues.Read(run.Pair, Entities.Stock), new RereadRecord(run.Pair, Entities.Stock, finding.ErpId, Healer), ct);
            await outbox.EnqueueAsync(unit, Queues.Write(run.Pair, Entities.Stock), new RereadRecord(run.Pair, Entities.Stock, finding.Key, Healer), ct);
        }
    }
}
