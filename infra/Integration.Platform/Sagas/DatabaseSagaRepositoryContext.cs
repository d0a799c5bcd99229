using MassTransit;
using MassTransit.Context;
using MassTransit.Saga;

namespace Integration.Platform.Sagas;

/// <summary>What the state machine's engine asks of the store while one message is handled.</summary>
internal sealed class DatabaseSagaRepositoryContext<TSaga, TMessage>(
    ConsumeContext<TMessage> context, SagaWork work, SagaTable<TSaga> table)
    : ConsumeContextScope<TMessage>(context, work), SagaRepositoryContext<TSaga, TMessage>
    where TSaga : class, IStoredSaga
    where TMessage : class
{
    private StoredSaga<TSaga>? _found;

    public Task<SagaConsumeContext<TSaga, TMessage>> Add(TSaga instance) =>
        Task.FromResult<SagaConsumeContext<TSaga, TMessage>>(Step(this, instance, 0));

    // The engine tries to insert before it loads, for every message that may be a saga's first. Nearly always the saga is there, so that
    // looking first spares writing it out and a statement; the lock is kept for the Load that follows.
    public async Task<SagaConsumeContext<TSaga, TMessage>> Insert(TSaga instance)
    {
        _found = await table.LoadAsync(work.Unit, instance.CorrelationId, forUpdate: true, CancellationToken);
        return _found is null && await table.InsertAsync(work.Unit, instance, CancellationToken) ? Step(this, instance, 1) : null!;
    }

    public async Task<SagaConsumeContext<TSaga, TMessage>> Load(Guid correlationId)
    {
        var stored = _found?.Saga.CorrelationId == correlationId ? _found : await table.LoadAsync(work.Unit, correlationId, forUpdate: true, CancellationToken);
        return stored is null ? null! : Step(this, stored.Saga, stored.Version);
    }

    public async Task Save(SagaConsumeContext<TSaga> context)
    {
        if (!await table.InsertAsync(work.Unit, context.Saga, CancellationToken))
        {
            throw new SagaConflictException(typeof(TSaga).Name, context.Saga.CorrelationId);
        }
    }

    public Task Update(SagaConsumeContext<TSaga> context) =>
        table.UpdateAsync(work.Unit, context.Saga, ((ISagaStep)context).Version, CancellationToken);

    public Task Delete(SagaConsumeContext<TSaga> context) =>
        table.DeleteAsync(work.Unit, context.Saga.CorrelationId, CancellationToken);

    public Task Discard(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task Undo(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task<SagaConsumeContext<TSaga, T>> CreateSagaConsumeContext<T>(
        ConsumeContext<T> consumeContext, TSaga instance, SagaConsumeContextMode mode)
        where T : class => Task.FromResult<SagaConsumeContext<TSaga, T>>(Step(consumeContext, instance, 0));

    private static SagaStep<TSaga, T> Step<T>(ConsumeContext<T> context, TSaga saga, int version)
        where T : class => new(context, saga, version);
}
