using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>
/// Cancels orders and opens them again. No standard OData operation is known to do either, so by default a person does; the setting <c>cancellation</c> names what an extension of the
/// environment can do. Only an order that was then read in its new state counts as cancelled or opened.
/// </summary>
internal sealed class OrderCancellation(FinanceClient client, OrderStore store, DynamicsSettings settings)
{
    /// <summary>Cancels.</summary>
    public async Task<WriteOutcome> CancelAsync(string number, CancellationToken ct)
    {
        var (order, failure) = await store.ReadAsync(number, [], ct);
        if (failure is not null) return failure;
        if (order is null) return Refuse("header.SalesOrderNumber", $"The order {number} is no longer in F&O.");
        if (IsCancelled(order)) return new WriteOutcome.AlreadyDone(OrderId.Ref(number));
        if (OrderStatus.HasDeliveries(order)) return Refuse("header.SalesOrderStatus", $"The order {number} is {OrderStatus.Words(order, settings.Items)}: goods may have left, so it is not cancelled.");
        return settings.Cancellation switch
        {
            { By: CancelBy.Status } => await WrittenAsync(number, await ChangeAsync(number, "Canceled", ct), cancelled: true, ct),
            { By: CancelBy.Action, CancelAction: { } action } => await WrittenAsync(number, await client.ActAsync(store.Target(number), action, ct), cancelled: true, ct),
            _ => Refuse("header.SalesOrderStatus",
                $"F&O has no OData operation that cancels an order. Open the sales order {number} there and choose Sales order, Maintain, Cancel; the cancellation is seen here by itself."),
        };
    }

    /// <summary>Opens a cancelled order again.</summary>
    public async Task<WriteOutcome> ReopenAsync(string number, CancellationToken ct)
    {
        var (order, failure) = await store.ReadAsync(number, [], ct);
        if (failure is not null) return failure;
        if (order is null) return Refuse("header.SalesOrderNumber", $"The order {number} is no longer in F&O.");
        if (!IsCancelled(order)) return new WriteOutcome.AlreadyDone(OrderId.Ref(number));
        return settings.Cancellation switch
        {
            { By: CancelBy.Status } => await WrittenAsync(number, await ChangeAsync(number, "Backorder", ct), cancelled: false, ct),
            { By: CancelBy.Action, ReopenAction: { } action } => await WrittenAsync(number, await client.ActAsync(store.Target(number), action, ct), cancelled: false, ct),
            _ => Refuse("header.SalesOrderStatus", $"F&O has no OData operation that opens a cancelled order again. Enter the order {number} anew there, or give its lines their quantities back."),
        };
    }

    private Task<FinanceAnswer> ChangeAsync(string number, string status, CancellationToken ct) => client.ChangeAsync(store.Target(number), new JsonObject { ["SalesOrderStatus"] = status }, ct);

    private async Task<WriteOutcome> WrittenAsync(string number, FinanceAnswer answer, bool cancelled, CancellationToken ct)
    {
        if (answer.Failure is { } failure) return failure;
        var (order, unread) = await store.ReadAsync(number, [], ct);
        if (order is null) return new WriteOutcome.Unknown($"The order {number} was written and cannot be read back{(unread is null ? "" : " now")}.");
        return IsCancelled(order) == cancelled
            ? new WriteOutcome.Done(OrderId.Ref(number))
            : Refuse("header.SalesOrderStatus", $"F&O took the call and left the order {number} {OrderStatus.Words(order, settings.Items)}: the setting cancellation does not fit this environment.");
    }

    private bool IsCancelled(StoredOrder order) => OrderStatus.Of(order, settings.Items) == ErpOrderStatus.Cancelled;

    private static WriteOutcome.Rejected Refuse(string field, string message) => new([new Reason(field, message)]);
}
