using Integration.Connectors.Connections;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Returns;
using Integration.Contracts.Routing;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>Writing half of the shop's returns, on every ERP connection.</summary>
internal sealed class ReturnEntering(ReturnSubmission submission, MappingGuard guard, LaneMessage messages) : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Connector is IErp erp
        ? connected.Pairs.Where(pair => pair.Erp.Name == connected.Name && pair.Lanes.Returns is { ToErp: true }).Select(pair => Half(connected, erp, pair))
        : [];

    private LaneHalf Half(Connected connected, IErp erp, PairDefinition pair)
    {
        var calls = connected.Definition.ConcurrentCalls;
        var queue = new QueueDefinition { Name = Queues.Write(pair.Name, LaneNames.Returns + LaneNames.ToErp), Prefetch = calls * 2, Concurrency = calls };
        var gate = erp.Returns is null ? null : new LaneGate();
        return new LaneHalf(
            [new LaneQueue(queue, endpoint => endpoint.Handler<SubmitReturn>(context => messages.HandleAsync(context, connected,
                (receipt, log, ct) => submission.RunAsync(connected, erp, context.Message, receipt, log, ct))), gate)],
            gate is null ? [] : [guard.Loop(connected, ReturnSubmission.HalfOf(pair.Name, erp.Returns!), gate)]);
    }
}
