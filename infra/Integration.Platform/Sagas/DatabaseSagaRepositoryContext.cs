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
    public Task<SagaConsumeContext<TSaga, TMessage>> Add(TSaga instance) =>
        Task.FromResult<SagaConsumeContext<TSaga, TMessage>>(Step(this, instance, 0));

    public async Task<SagaConsumeContext<TSaga, TMessage>> Insert(TSaga instance) =>
        await table.InsertAsync(work.Unit, instance, CancellationToken) ? Step(this, instance, 1) : null!;

    public async Task<SagaConsumeContext<TSaga, TMessage>> Load(Guid correlationId) =>
        await table.LoadAsync(work.Unit, correlationId, forUpdate: true, CancellationToken) is { } stored
            ? Step(this, stored.Saga, stored.Version)
            : null!;

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
