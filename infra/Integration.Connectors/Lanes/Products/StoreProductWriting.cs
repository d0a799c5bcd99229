using Integration.Connectors.Connections;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;
using Integration.Contracts.Routing;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Writing half of the products lane on every storefront connection.</summary>
internal sealed class StoreProductWriting(OfferedProduct offered, ChangedProduct changed, LaneMessage messages) : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Connector is IStorefront { Products: { } products } storefront
        ? connected.Pairs.Where(pair => pair.Storefront.Name == connected.Name && pair.Lanes.Products is not null).Select(pair => Half(connected, storefront, products, pair))
        : [];

    private LaneHalf Half(Connected connected, IStorefront storefront, IStorefrontProducts products, PairDefinition pair)
    {
        var calls = connected.Definition.ConcurrentCalls;
        var queue = new QueueDefinition { Name = Queues.Write(pair.Name, LaneNames.Products + LaneNames.ToStore), Prefetch = calls * 2, Concurrency = calls };
        return new LaneHalf([new LaneQueue(queue, endpoint =>
        {
            endpoint.Handler<OfferProduct>(context => messages.HandleAsync(context, connected,
                (receipt, log, ct) => offered.RunAsync(connected, storefront, products, context.Message, receipt, log, ct)));
            endpoint.Handler<WriteProduct>(context => messages.HandleAsync(context, connected,
                (receipt, log, ct) => changed.RunAsync(connected, storefront, products, context.Message, receipt, log, ct)));
        })], []);
    }
}
