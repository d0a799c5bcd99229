using MassTransit;
using MassTransit.Context;

namespace Integration.Platform.Sagas;

/// <summary>The context in which a state machine handles one message; it refuses to send past the outbox.</summary>
internal sealed class SagaStep<TSaga, TMessage>(ConsumeContext<TMessage> context, TSaga saga, int version)
    : DefaultSagaConsumeContext<TSaga, TMessage>(context, saga), ISagaStep
    where TSaga : class, ISaga
    where TMessage : class
{
    public int Version => version;

    public override Task<ISendEndpoint> GetSendEndpoint(Uri address) => throw Refusal();

    protected override Task<ISendEndpoint> GetPublishSendEndpoint<T>() => throw Refusal();

    private static InvalidOperationException Refusal() => new(
        $"{typeof(TSaga).Name} tried to send or publish directly while handling {typeof(TMessage).Name}. "
        + "A state machine sends by Enqueue(...) only, so that the message commits with the saga.");
}
