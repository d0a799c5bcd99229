using Integration.Connectors.Connections;
using Integration.Connectors.Links;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Sweeps;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using Integration.Platform.Messaging;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Lanes.Shipments;

/// <summary>Reading half of the shipment lane, on every ERP connection: orders' progress, invoices, shipments, whatever pair they belong to.</summary>
internal sealed class ShipmentReading(
    LookBook book, LinkStore links, LookLoops readers, SweepRunner sweeps, IOutbox outbox, Timeline timeline, LaneMessage messages, TimeProvider time, ILogger<ShipmentReading> log)
    : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected)
    {
        var pairs = connected.Pairs.Where(pair => pair.Erp.Name == connected.Name).ToList();
        if (connected.Connector is not IErp erp || pairs.Count == 0) yield break;
        var scope = LookKey.OfConnection(connected.Name);
        var from = pairs.Min(pair => pair.From);
        // The pair that wants it most often and farthest back decides for all.
        var schedule = new SweepSchedule { Every = pairs.Min(pair => pair.Sweeps.Every), Overlap = pairs.Max(pair => pair.Sweeps.Overlap) };
        var orders = new SweepTarget(scope, Entities.Order, pairs[0].Name, LaneNames.Shipments, from, schedule, erp.Fulfilment.OrdersChangedSinceAsync);
        var shipments = new SweepTarget(scope, Entities.Shipment, pairs[0].Name, LaneNames.Shipments, from, schedule, erp.Fulfilment.ShipmentsChangedSinceAsync);
        yield return new LaneHalf(
            [.. pairs.Select(pair => Rereads(connected, pair))],
            [
                readers.Of(connected, new ErpOrderSource(connected, erp.Fulfilment, book, links, outbox, timeline, log)),
                readers.Of(connected, new ShipmentSource(connected, erp.Fulfilment, book, outbox, timeline, log)),
                SweepLoop.Of(connected, orders, sweeps, time),
                SweepLoop.Of(connected, shipments, sweeps, time),
            ]);
    }

    private LaneQueue Rereads(Connected connected, PairDefinition pair) => new(
        new QueueDefinition { Name = Queues.ShipmentsRead(pair.Name) },
        endpoint => endpoint.Handler<RereadRecord>(context => messages.OnceAsync(
            Receipt.From(context),
            (unit, token) => book.MarkAnewAsync(unit, new LookKey(LookKey.OfConnection(connected.Name), context.Message.Entity, context.Message.Id), token),
            context.CancellationToken)));
}
