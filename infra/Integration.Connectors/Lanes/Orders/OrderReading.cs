using Integration.Connectors.Connections;
using Integration.Connectors.Flows;
using Integration.Connectors.Lanes.Returns;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Sweeps;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;
using MassTransit;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>Reading half of the order lane, on every storefront connection.</summary>
internal sealed class OrderReading(
    LookBook book, LookLoops readers, SweepRunner sweeps, RelookRunner relooks, FlowDocuments flows, ReadingWatch watch, OrderStock stock, ReturnsInShop returns, IOutbox outbox, Timeline timeline,
    LaneMessage messages, IntegrationMetrics metrics, TimeProvider time)
    : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Connector is IStorefront storefront
        ? connected.Pairs.Where(pair => pair.Storefront.Name == connected.Name).Select(pair => Half(connected, storefront, pair))
        : [];

    private LaneHalf Half(Connected connected, IStorefront storefront, PairDefinition pair)
    {
        var source = new OrderSource(connected, pair.Name, storefront.Orders, stock, returns, outbox, timeline, metrics);
        var sweep = new SweepTarget(pair.Name, Entities.Order, pair.Name, LaneNames.Orders, pair.From, pair.Sweeps, storefront.Orders.ChangedSinceAsync)
        {
            HintsEveryChange = () => storefront.Orders.HintsEveryChange,
        };
        return new LaneHalf(
            [new LaneQueue(new QueueDefinition { Name = Queues.OrdersRead(pair.Name) }, endpoint => endpoint.Handler<RereadRecord>(RereadAsync))],
            [
                readers.Of(connected, source, () => flows.Of(pair.Name).Enabled),
                SweepLoop.Of(connected, sweep, sweeps, () => Plan(connected, pair.Name), time),
                new LaneLoop($"state {pair.Name}", ct => watch.RunAsync(pair.Name, ct)),
                .. Relook(connected, storefront, pair),
            ]);
    }

    // The pair may be disabled just now, or switched off by its flow document.
    private SweepPlan? Plan(Connected connected, string pairName) =>
        connected.Pair(pairName) is { } pair && flows.Of(pairName) is { Enabled: true } flow ? SweepPlan.Of(pair, flow.Sweep) : null;

    private IEnumerable<LaneLoop> Relook(Connected connected, IStorefront storefront, PairDefinition pair) => storefront.RecentOrders is { } recent
        ? [RelookLoop.Of(connected, new RelookTarget(pair.Name, Entities.Order, pair.From, recent.Schedule, recent.PlacedSinceAsync), relooks, () => flows.Of(pair.Name).Enabled, time)]
        : [];

    private Task RereadAsync(ConsumeContext<RereadRecord> context) => messages.OnceAsync(
        Receipt.From(context),
        (unit, token) => book.MarkAnewAsync(unit, new LookKey(context.Message.Pair, context.Message.Entity, context.Message.Id), token),
        context.CancellationToken);
}
