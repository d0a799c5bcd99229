using MassTransit;

namespace Integration.Platform.Messaging;

/// <summary>Connects queues to handlers at run time, so that a paused connection can let its queue hold and go on later.</summary>
public interface IQueueHost
{
    /// <summary>
    /// Declares the queue with its dead letters, connects it and returns when messages flow. Waits for a broker
    /// that is not reachable yet. <paramref name="configure"/> adds consumers or sagas; failures are retried, then dead-lettered, by the
    /// host (never add UseDelayedRedelivery, kill switches or circuit breakers).
    /// </summary>
    Task<IQueueHandle> ConnectAsync(
        QueueDefinition queue, Action<IReceiveEndpointConfigurator, IServiceProvider> configure, CancellationToken ct);

    /// <summary>Declares the queue without consuming, so that what is sent to a paused queue is held by the broker.</summary>
    Task DeclareAsync(QueueDefinition queue, CancellationToken ct);
}
