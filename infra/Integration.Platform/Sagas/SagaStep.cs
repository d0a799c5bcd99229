using MassTransit;
using MassTransit.Context;

namespace Integration.Platform.Sagas;

/// <summary>The context in which a state machine handles one message; it refuses to send past the outbox.</summary>
internal sealed class SagaStep<TSaga, TMessage> : DefaultSagaConsumeContext<TSaga, TMessage>, ISagaStep
    where TSaga : class, ISaga
    where TMessage : class
{
    public SagaStep(ConsumeContext<TMessage> context, TSaga saga, int version)
        : base(context, saga)
    {
        Version = version;
        var refusal = $"{typeof(TSaga).Name} tried to send or publish directly while handling {typeof(TMessage).Name}. "
            + "A state machine sends by Enqueue(...) only, so that the message commits with the saga.";

        // The engine makes further contexts from this one; they take their endpoints from the receive context.
        ReceiveContext = new OutboxOnlyReceiveContext(context.ReceiveContext, refusal);
    }

    public int Version { get; }
}
