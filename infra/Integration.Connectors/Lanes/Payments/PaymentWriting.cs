using Integration.Connectors.Connections;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Erp;
using Integration.Contracts.Routing;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Connectors.Lanes.Payments;

/// <summary>Writing half of the payment lane, on every ERP connection. Its reading half is that of the orders: payments are read with them.</summary>
internal sealed class PaymentWriting(PaymentSubmission submission, MappingGuard guard, LaneMessage messages) : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Connector is IErp erp
        ? connected.Pairs.Where(pair => pair.Erp.Name == connected.Name).Select(pair => Half(connected, erp, pair))
        : [];

    private LaneHalf Half(Connected connected, IErp erp, PairDefinition pair)
    {
        var calls = connected.Definition.ConcurrentCalls;
        var queue = new QueueDefinition { Name = Queues.Write(pair.Name, LaneNames.Payments), Prefetch = calls * 2, Concurrency = calls };
        // An ERP that books nothing has no document that could stop it.
        var gate = erp.Payments is null ? null : new LaneGate();
        return new LaneHalf(
            [new LaneQueue(queue, endpoint => endpoint.Handler<PostPayment>(context => messages.HandleAsync(context, connected,
                (receipt, log, ct) => submission.RunAsync(connected, erp, context.Message, receipt, log, ct))), gate)],
            gate is null ? [] : [guard.Loop(connected, PaymentSubmission.HalfOf(pair.Name, erp.Payments!), gate, now => now.Lanes.Payments is not null)]);
    }
}
