using Integration.Connectors.Connections;
using Integration.Connectors.Ports;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Routing;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Connectors.Lanes.Reconciliation;

/// <summary>Answers what reconciliations ask about either side of a pair: only who holds a connection may talk to its system.</summary>
internal sealed class RecordListing(ListAnswer answers, LaneMessage messages) : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Pairs.Select(pair =>
    {
        var side = connected.Connector is IStorefront && pair.Storefront.Name == connected.Name ? Sides.Store : Sides.Erp;
        var queue = new QueueDefinition { Name = Queues.Lists(pair.Name, side), Prefetch = 2, Concurrency = 2 };
        return new LaneHalf(
            [new LaneQueue(queue, endpoint => endpoint.Handler<ListRecords>(context => messages.HandleAsync(context, connected,
                (receipt, _, ct) => answers.GiveAsync(connected, context.Message, receipt, ct))))],
            []);
    });
}
