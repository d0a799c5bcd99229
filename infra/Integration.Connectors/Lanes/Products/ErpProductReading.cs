using Integration.Connectors.Connections;
using Integration.Connectors.Flows;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Sweeps;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Records;
using Integration.Contracts.Storefront;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;
using MassTransit;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Reading half of the products lane on every ERP connection of which a pair wants it.</summary>
internal sealed class ErpProductReading(
    LookBook book, LookLoops readers, SweepRunner sweeps, TwoWayStore store, ProductComparison comparison, DocumentMappings mappings, MappingGuard guard, LaneGuard pauses, ProductFailures failures, IOutbox outbox,
    Timeline timeline, LaneMessage messages, IntegrationMetrics metrics, TimeProvider time) : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected)
    {
        var pairs = connected.Pairs.Where(pair => pair.Erp.Name == connected.Name && pair.Lanes.Products is not null).ToList();
        if (connected.Connector is not IErp { Products: { } products } || pairs.Count == 0) yield break;
        var source = new ErpProductSource(connected, products, book, store, comparison, mappings, failures, pauses, outbox, timeline, metrics);
        // The pair that wants it most often and farthest back decides for all.
        var schedule = new SweepSchedule { Every = pairs.Min(pair => pair.Sweeps.Every), Overlap = pairs.Max(pair => pair.Sweeps.Overlap) };
        var sweep = new SweepTarget(source.Scope, Entities.Product, pairs[0].Name, LaneNames.Products, pairs.Min(pair => pair.From), schedule, products.ChangedSinceAsync);
        var gates = pairs.ToDictionary(pair => pair.Name, _ => new LaneGate(), StringComparer.Ordinal);
        // One reader serves all pairs: while one of them is paused, none is read past it.
        yield return new LaneHalf(
            [.. pairs.Select(pair => Rereads(source.Scope, pair))],
            [
                readers.Of(connected, source, () => gates.Values.All(gate => gate.IsOpen)), SweepLoop.Of(connected, sweep, sweeps, time),
                .. gates.Select(gate => guard.Loop(connected, ErpProductSource.HalfOf(gate.Key), gate.Value)),
            ]);
    }

    private LaneQueue Rereads(string scope, PairDefinition pair) => new(
        new QueueDefinition { Name = ProductFailures.ErpQueue(pair.Name) },
        endpoint => endpoint.Handler<RereadRecord>(context => messages.OnceAsync(
            Receipt.From(context),
            (unit, token) => book.MarkAnewAsync(unit, new LookKey(scope, Entities.Product, context.Message.Id), token),
            context.CancellationToken)));
}
