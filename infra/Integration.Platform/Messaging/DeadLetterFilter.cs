using MassTransit;

namespace Integration.Platform.Messaging;

/// <summary>Ends a delivery that failed (error pipe) or that no handler here wanted (dead-letter pipe) in our dead letters.</summary>
internal sealed class DeadLetterFilter(IDeadLetterRoute route) : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next) =>
        route.SendAsync(context, context.Exception);

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) =>
        route.SendAsync(context, new PlainFaultException("Nothing in this service handles this type of message."));

    public void Probe(ProbeContext context) => context.CreateFilterScope("dead-letter");
}
