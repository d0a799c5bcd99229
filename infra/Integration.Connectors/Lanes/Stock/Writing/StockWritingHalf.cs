using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Skus;
using Integration.Contracts.Routing;
using Integration.Contracts.Stock;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;
using MassTransit;

namespace Integration.Connectors.Lanes.Stock.Writing;

/// <summary>Writing half of the stock lane, on every storefront connection: takes readings and other shops' orders, and writes levels.</summary>
internal sealed class StockWritingHalf(
    IDatabase database, StockLevels levels, StockArrivals arrivals, Reservations reservations, SkuMap map, StockReport report, LaneMessage messages, IntegrationMetrics metrics, TimeProvider time)
    : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Connector is IStorefront storefront
        ? connected.Pairs.Where(pair => pair.Storefront.Name == connected.Name).Select(pair => Half(connected, storefront, pair))
        : [];

    private LaneHalf Half(Connected connected, IStorefront storefront, PairDefinition pair) => new(
        [new LaneQueue(new QueueDefinition { Name = Queues.Write(pair.Name, LaneNames.Stock), Prefetch = 8, Concurrency = 2 }, endpoint =>
        {
            endpoint.Handler<StockRead>(context => OnceAsync(context, (unit, token) => arrivals.StoreAsync(unit, context.Message, token)));
            endpoint.Handler<OrderCounted>(context => OnceAsync(context, (unit, token) => reservations.CountAsync(unit, context.Message, token)));
            endpoint.Handler<StockReserved>(context => OnceAsync(context, (unit, token) => reservations.TakeAsync(
                unit, context.Message.Pair, context.Message.Key, context.Message.Sequence, context.Message.Lines, token)));
            endpoint.Handler<RereadRecord>(context => OnceAsync(context, (unit, token) => RetryAsync(unit, context.Message, token)));
        })],
        [
            new LaneLoop($"stock writer {pair.Name}", ct =>
                new StockWriter(database, levels, reservations, map, report, metrics, time, connected, storefront, pair.Name).RunAsync(ct)),
        ]);

    private Task OnceAsync<T>(ConsumeContext<T> context, Func<IUnit, CancellationToken, Task> work) where T : class =>
        messages.OnceAsync(Receipt.From(context), work, context.CancellationToken);

    // What was listed is forgotten, so that it is listed again if nothing was mended.
    private async Task RetryAsync(IUnit unit, RereadRecord retry, CancellationToken ct)
    {
        await unit.ExecuteAsync("UPDATE stock_level SET state = '' WHERE scope = @Pair AND sku = @Id", new { retry.Pair, retry.Id }, ct);
        await levels.MarkAsync(unit, retry.Pair, [retry.Id], soldOrBack: true, forced: true, ct);
    }
}
