using Integration.Connectors.Connections;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Writing half of the customer lane, on every storefront connection.</summary>
internal sealed class AccountWriting(AccountWrites writes, LaneMessage messages) : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Connector is IStorefront { Customers: { } } storefront
        ? connected.Pairs.Where(pair => pair.Storefront.Name == connected.Name && pair.Lanes.Customers is not null).Select(pair => Half(connected, storefront, pair))
        : [];

    private LaneHalf Half(Connected connected, IStorefront storefront, PairDefinition pair)
    {
        var calls = connected.Definition.ConcurrentCalls;
        var queue = new QueueDefinition { Name = CustomerQueues.Store(pair.Name), Prefetch = calls * 2, Concurrency = calls };
        return new LaneHalf([new LaneQueue(queue, endpoint => endpoint.Handler<WriteCustomer>(context => messages.HandleAsync(context, connected,
            (receipt, log, ct) => writes.RunAsync(connected, storefront, context.Message, receipt, log, ct))))], []);
    }
}
