using Integration.Platform.Database;
using Integration.Platform.Messaging;
using MassTransit;
using MassTransit.Saga;

namespace Integration.Platform.Sagas;

/// <summary>
/// Opens one transaction per message: takes it from the inbox, lets the state machine run on the locked saga, writes
/// saga and outbox, commits. A message taken before is acknowledged without running.
/// </summary>
internal sealed class DatabaseSagaContextFactory<TSaga>(
    IDatabase database, IInbox inbox, IOutbox outbox, SagaTable<TSaga> table)
    : ISagaRepositoryContextFactory<TSaga>, ILoadSagaRepositoryContextFactory<TSaga>
    where TSaga : class, IStoredSaga
{
    public Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<TSaga, T>> next)
        where T : class => database.TransactAsync(
        async (unit, ct) =>
        {
            if (await inbox.TakeAsync(unit, Receipt.From(context), ct))
            {
                await next.Send(new DatabaseSagaRepositoryContext<TSaga, T>(context, new SagaWork(unit, outbox), table));
            }
        },
        context.CancellationToken);

    public Task SendQuery<T>(
        ConsumeContext<T> context, ISagaQuery<TSaga> query, IPipe<SagaRepositoryQueryContext<TSaga, T>> next)
        where T : class => throw new NotSupportedException(
        $"{typeof(TSaga).Name}: {typeof(T).Name} correlates by a query; sagas here are found by id only (CorrelateById).");

    public Task<T> Execute<T>(Func<LoadSagaRepositoryContext<TSaga>, Task<T>> asyncMethod, CancellationToken cancellationToken)
        where T : class => database.ReadAsync(
        (unit, ct) => asyncMethod(new DatabaseSagaLoadContext<TSaga>(unit, table, ct)), cancellationToken);

    public void Probe(ProbeContext context) => context.Add("persistence", database.Dialect.Name);
}
