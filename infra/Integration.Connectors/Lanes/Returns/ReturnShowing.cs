using Integration.Connectors.Connections;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Returns;
using Integration.Contracts.Routing;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>Writing half of the ERP's returns, on every storefront connection. It calls nobody: the status is written by the saga's way.</summary>
internal sealed class ReturnShowing(ReturnTelling telling) : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Connector is IStorefront
        ? connected.Pairs.Where(pair => pair.Storefront.Name == connected.Name && pair.Lanes.Returns is { ToStore: true }).Select(pair => Half(connected, pair))
        : [];

    private LaneHalf Half(Connected connected, PairDefinition pair)
    {
        var queue = new QueueDefinition { Name = Queues.Write(pair.Name, LaneNames.Returns + LaneNames.ToStore) };
        return new LaneHalf([new LaneQueue(queue, endpoint =>
        {
            endpoint.Handler<ReturnChangedInErp>(context => telling.ReturnAsync(Receipt.From(context), connected.Pair(pair.Name) ?? pair, context.Message, context.CancellationToken));
            endpoint.Handler<CreditChangedInErp>(context => telling.CreditAsync(Receipt.From(context), connected.Pair(pair.Name) ?? pair, context.Message, context.CancellationToken));
        })], []);
    }
}
