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
    /// <summary>True for what a look and a repeated write mend; everything else is for a person.</summary>
    public static bool Can(string entity, string cause, string storeId) =>
        storeId.Length > 0 && ((entity == Entities.Order && cause == AttentionClasses.MissingInErp) || (entity == Entities.Stock && cause == AttentionClasses.StaleStock));

    /// <summary>Asks for it, in the transaction that says so.</summary>
    public async Task AskAsync(IUnit unit, RunRow run, FindingRow finding, CancellationToken ct)
    {
        if (finding.Entity == Entities.Order)
        {
            var restore = new RestoreSalesOrder(new OrderKey(run.Pair, finding.StoreId), finding.Key, finding.Number, "the reconciliation");
            await outbox.EnqueueAsync(unit, Queues.OrdersSubmit(run.Pair), restore, ct);
        }
        else if (finding.Entity == Entities.Stock)
        {
            // The lane that alone writes levels reckons this one anew and writes it whatever it was before.
            await outbox.EnqueueAsync(unit, Queues.Write(run.Pair, "stock"), new RereadRecord(run.Pair, Entities.Stock, finding.Key, "the reconciliation"), ct);
        }
    }
}
