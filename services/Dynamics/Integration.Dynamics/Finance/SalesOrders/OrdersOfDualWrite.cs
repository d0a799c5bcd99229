using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Dataverse.SalesOrders;
using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>F&amp;O's side of orders that dual-write took over: what may have left decides, and cancelling is what it is in mode fno.</summary>
internal sealed class OrdersOfDualWrite(FinanceClient client, OrderStore store, DynamicsSettings settings) : IFinanceOrders
{
    private readonly OrderCancellation _cancellation = new(client, store, settings);

    /// <inheritdoc />
    public async Task<WriteOutcome?> RefusalAsync(string number, CancellationToken ct)
    {
        var (order, failure) = await store.ReadAsync(number, [], ct);
        if (failure is not null) return failure;
        if (order is null) return Refuse($"The order {number} is no longer in F&O.");
        return OrderStatus.IsChangeable(order) ? null : Refuse($"The order {number} is {OrderStatus.Words(order, settings.Items)} in F&O and can no longer be changed.");
    }

    /// <inheritdoc />
    public Task<WriteOutcome> CancelAsync(string number, CancellationToken ct) => _cancellation.CancelAsync(number, ct);

    /// <inheritdoc />
    public Task<WriteOutcome> ReopenAsync(string number, CancellationToken ct) => _cancellation.ReopenAsync(number, ct);

    private static WriteOutcome.Rejected Refuse(string message) => new([new Reason("header.SalesOrderStatus", message)]);
}
