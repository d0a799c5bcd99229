using Integration.Connectors.Connections;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Contracts.Routing;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Writing half of the products lane on every ERP connection: hears what the storefront has, and what was written there.</summary>
internal sealed class ErpProductWriting(StoreProductHeard heard, StoreProductWritten written, ProductDecision decisions, LaneMessage messages) : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Connector is IErp { Products: { } products } erp
        ? connected.Pairs.Where(pair => pair.Erp.Name == connected.Name && pair.Lanes.Products is not null).Select(pair => Half(connected, erp, products, pair))
        : [];

    private LaneHalf Half(Connected connected, IErp erp, IErpProducts products, PairDefinition pair)
    {
        var calls = connected.Definition.ConcurrentCalls;
        var queue = new QueueDefinition { Name = Queues.Write(pair.Name, LaneNames.Products + LaneNames.ToErp), Prefetch = calls * 2, Concurrency = calls };
        return new LaneHalf([new LaneQueue(queue, endpoint =>
        {
            endpoint.Handler<ProductInStore>(context => messages.HandleAsync(context, connected,
                (receipt, log, ct) => heard.RunAsync(connected, erp, products, context.Message, receipt, log, ct)));
            endpoint.Handler<ProductWritten>(context => messages.OnceAsync(
                Receipt.From(context), (unit, token) => written.StoreAsync(unit, connected, context.Message, token), context.CancellationToken));
            endpoint.Handler<DecideConflict>(context => decisions.TakeAsync(connected, context.Message, Receipt.From(context), context.CancellationToken));
        })], []);
    }
}
