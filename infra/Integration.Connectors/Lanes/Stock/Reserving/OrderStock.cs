using Integration.Connectors.Pairs;
using Integration.Contracts.Orders;
using Integration.Contracts.Routing;
using Integration.Contracts.Stock;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Stock.Reserving;

/// <summary>What the order lane tells the stock lane, in the transaction of the order's snapshot. Nothing where the pair has no stock lane.</summary>
internal sealed class OrderStock(StockPairs pairs, Reservations reservations, IOutbox outbox)
{
    /// <summary>The order lives in the shop: it takes its lines, whether or not anybody may take the order yet.</summary>
    public async Task TakeAsync(IUnit unit, PairDefinition pair, Order order, long sequence, CancellationToken ct)
    {
        if (pair.Lanes.Stock is null) return;
        // Given back in full before it left: the shop puts the goods back.
        var left = order.FulfilmentStatus is FulfilmentStatus.Shipped or FulfilmentStatus.Delivered;
        var lines = order.PaymentStatus == PaymentStatus.Refunded && !left ? [] : StockLines.Of(order.Lines);
        await StoreAsync(unit, pair, order.Key, sequence, lines, ct);
        if (left && lines.Count > 0) await outbox.EnqueueAsync(unit, Queues.Read(pair.Name, LaneNames.Stock), new OrderLeft(order.Key, lines), ct);
    }

    /// <summary>The order was cancelled, declined or deleted: it gives everything back.</summary>
    public Task EndAsync(IUnit unit, PairDefinition pair, OrderKey key, long sequence, CancellationToken ct) =>
        pair.Lanes.Stock is null ? Task.CompletedTask : StoreAsync(unit, pair, key, sequence, [], ct);

    /// <summary>The order is from before the pair's time: the ERP knows it by other ways.</summary>
    public Task IgnoreAsync(IUnit unit, PairDefinition pair, OrderKey key, long sequence, CancellationToken ct) =>
        pair.Lanes.Stock is null ? Task.CompletedTask : reservations.TakeAsync(unit, pair.Name, key, sequence, [], ct, ignored: true);

    /// <summary>A status was written: the shop may have moved its own stock.</summary>
    public Task WrittenAsync(IUnit unit, PairDefinition? pair, OrderKey key, CancellationToken ct) =>
        pair?.Lanes.Stock is null ? Task.CompletedTask : reservations.ForceAsync(unit, pair.Name, key, ct);

    private async Task StoreAsync(IUnit unit, PairDefinition pair, OrderKey key, long sequence, IReadOnlyList<StockLine> lines, CancellationToken ct)
    {
        if (!await reservations.TakeAsync(unit, pair.Name, key, sequence, lines, ct)) return;
        foreach (var other in pairs.Beside(pair))
        {
            await outbox.EnqueueAsync(unit, Queues.Write(other, LaneNames.Stock), new StockReserved(other, key, sequence, lines), ct);
        }
    }
}
