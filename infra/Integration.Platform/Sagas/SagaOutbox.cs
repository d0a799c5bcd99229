using Integration.Platform.Database;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Platform.Sagas;

/// <summary>How a state machine sends: into the outbox, inside the transaction that stores the saga.</summary>
public static class SagaOutbox
{
    /// <summary>
    /// The transaction that this message's saga, inbox and outbox share.
    /// </summary>
    /// <exception cref="InvalidOperationException">The saga does not come from AddSagaStore.</exception>
    public static IUnit GetUnit(this PipeContext context) => WorkOf(context).Unit;

    /// <summary>Enqueues a message in the saga's transaction, for use in <c>Then</c> activities.</summary>
    public static Task<Guid> EnqueueAsync<T>(this PipeContext context, string queue, T message, OutboxSend? options = null)
        where T : class
    {
        var work = WorkOf(context);
        return work.Outbox.EnqueueAsync(work.Unit, queue, message, context.CancellationToken, options);
    }

    /// <summary>Takes back a timer in the saga's transaction.</summary>
    public static Task CancelTimerAsync(this PipeContext context, string timerKey)
    {
        var work = WorkOf(context);
        return work.Outbox.CancelTimerAsync(work.Unit, timerKey, context.CancellationToken);
    }

    /// <summary>Enqueues a message as a step of the state machine.</summary>
    public static EventActivityBinder<TSaga, TMessage> Enqueue<TSaga, TMessage, T>(
        this EventActivityBinder<TSaga, TMessage> binder,
        Func<BehaviorContext<TSaga, TMessage>, string> queue,
        Func<BehaviorContext<TSaga, TMessage>, T> message,
        Func<BehaviorContext<TSaga, TMessage>, OutboxSend>? options = null)
        where TSaga : class, IStoredSaga
        where TMessage : class
        where T : class =>
        binder.ThenAsync(context => context.EnqueueAsync(queue(context), message(context), options?.Invoke(context)));

    /// <summary>Takes back a timer as a step of the state machine.</summary>
    public static EventActivityBinder<TSaga, TMessage> CancelTimer<TSaga, TMessage>(
        this EventActivityBinder<TSaga, TMessage> binder, Func<BehaviorContext<TSaga, TMessage>, string> timerKey)
        where TSaga : class, IStoredSaga
        where TMessage : class =>
        binder.ThenAsync(context => context.CancelTimerAsync(timerKey(context)));

    private static SagaWork WorkOf(PipeContext context) =>
        context.TryGetPayload<SagaWork>(out var work)
            ? work
            : throw new InvalidOperationException("There is no saga transaction here: register the saga by services.AddSagaStore<TSaga>().");
}
