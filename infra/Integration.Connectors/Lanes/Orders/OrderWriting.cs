using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Reconciliation;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Erp;
using Integration.Contracts.Routing;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>Writing half of the order lane, on every ERP connection.</summary>
internal sealed class OrderWriting(
    OrderSubmission submission, OrderAmendment amendment, OrderCancellation cancellation, OrderRestoring restoring, ObservedOrders observed, MappingGuard guard,
    LaneMessage messages, TimeProvider time) : ILaneHalves
{
    private static readonly TimeSpan Release = TimeSpan.FromSeconds(5);

    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Connector is IErp erp
        ? connected.Pairs.Where(pair => pair.Erp.Name == connected.Name).Select(pair => Half(connected, erp, pair))
        : [];

    private LaneHalf Half(Connected connected, IErp erp, PairDefinition pair)
    {
        var calls = connected.Definition.ConcurrentCalls;
        var gate = new LaneGate();
        var queue = new QueueDefinition { Name = Queues.OrdersSubmit(pair.Name), Prefetch = calls * 2, Concurrency = calls };
        return new LaneHalf(
            [new LaneQueue(queue, endpoint =>
            {
                endpoint.Handler<SubmitSalesOrder>(context => messages.HandleAsync(context, connected,
                    (receipt, log, ct) => submission.RunAsync(connected, erp, context.Message, receipt, log, ct)));
                endpoint.Handler<AmendSalesOrder>(context => messages.HandleAsync(context, connected,
                    (receipt, log, ct) => amendment.RunAsync(connected, erp, context.Message, receipt, log, ct)));
                endpoint.Handler<CancelSalesOrder>(context => messages.HandleAsync(context, connected,
                    (receipt, log, ct) => cancellation.RunAsync(connected, erp, context.Message, receipt, log, ct)));
                endpoint.Handler<RestoreSalesOrder>(context => messages.HandleAsync(context, connected,
                    (receipt, log, ct) => restoring.RunAsync(connected, erp, context.Message, receipt, log, ct)));
            }, gate)],
            [
                new LaneLoop($"observed {pair.Name}", ct => ReleaseAsync(connected, pair.Name, ct)),
                guard.Loop(connected, OrderSubmission.HalfOf(pair.Name, erp), gate),
            ]);
    }

    private async Task ReleaseAsync(Connected connected, string pairName, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            if (connected.Pair(pairName) is { } pair) await observed.ReleaseAsync(pair, ct);
            await Task.Delay(Release, time, ct);
        }
    }
}
