using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>
/// Cancels orders of Sales by its action, and tries to open them again: no source says that a cancelled order can be. Only an order that was then read in its new state counts as cancelled or opened.
/// </summary>
internal sealed class SalesCancellation(DataverseClient client, SalesStore store)
{
    /// <summary>Cancels.</summary>
    public async Task<WriteOutcome> CancelAsync(string orderId, CancellationToken ct)
    {
        var (order, failure) = await ReadAsync(orderId, ct);
        if (order is null) return failure!;
        if (SalesState.IsCancelled(order)) return new WriteOutcome.AlreadyDone(SaleRef.Of(order.Header, dualWrite: false)!);
        if (SalesState.HasDeliveries(order)) return Refuse($"The order {order.Number} is {SalesState.Words(order)}: goods may have left, so it is not cancelled.");
        var answer = await client.ActAsync("CancelSalesOrder", SalesStore.Orders, new JsonObject
        {
            ["OrderClose"] = new JsonObject
            {
                ["@odata.type"] = "Microsoft.Dynamics.CRM.orderclose", ["subject"] = "Cancelled in the shop", ["salesorderid@odata.bind"] = Addresses.Bind(SalesStore.Orders, order.Id),
            },
            ["Status"] = SalesState.NoMoney,
        }, ct);
        return answer.Failure ?? await WrittenAsync(order, cancelled: true, ct);
    }

    /// <summary>Opens a cancelled order again.</summary>
    public async Task<WriteOutcome> ReopenAsync(string orderId, CancellationToken ct)
    {
        var (order, failure) = await ReadAsync(orderId, ct);
        if (order is null) return failure!;
        if (!SalesState.IsCancelled(order)) return new WriteOutcome.AlreadyDone(SaleRef.Of(order.Header, dualWrite: false)!);
        var answer = await client.UpdateAsync(SalesStore.Orders, order.Id, new JsonObject { ["statecode"] = 0, ["statuscode"] = SalesState.New }, null, null, ct);
        return answer.Failure switch
        {
            null => await WrittenAsync(order, cancelled: false, ct),
            WriteOutcome.Rejected => Refuse($"Sales does not open the cancelled order {order.Number} again: enter the order anew there, or cancel it in the shop too."),
            var other => other,
        };
    }

    private async Task<(StoredSale? Order, WriteOutcome? Failure)> ReadAsync(string orderId, CancellationToken ct)
    {
        if (!Guid.TryParse(orderId, out var id)) return (null, Refuse($"The order {orderId} is no order of Dataverse."));
        var (order, failure) = await store.ReadAsync(id, [], ct);
        return (order, failure ?? (order is null ? Refuse($"The order {orderId} is no longer in Dataverse.") : null));
    }

    private async Task<WriteOutcome> WrittenAsync(StoredSale before, bool cancelled, CancellationToken ct)
    {
        var (order, unread) = await store.ReadAsync(before.Id, [], ct);
        if (order is null) return new WriteOutcome.Unknown($"The order {before.Number} was written and cannot be read back{(unread is null ? "" : " now")}.");
        return SalesState.IsCancelled(order) == cancelled
            ? new WriteOutcome.Done(SaleRef.Of(order.Header, dualWrite: false)!)
            : Refuse($"Sales took the call and left the order {order.Number} {SalesState.Words(order)}.");
    }

    private static WriteOutcome.Rejected Refuse(string message) => new([new Reason("header.statecode", message)]);
}
