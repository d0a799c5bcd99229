using Integration.Platform.Database;
using MassTransit.Middleware;
using MassTransit.Saga;

namespace Integration.Platform.Sagas;

internal sealed class DatabaseSagaLoadContext<TSaga>(IUnit unit, SagaTable<TSaga> table, CancellationToken ct)
    : BasePipeContext(ct), LoadSagaRepositoryContext<TSaga>
    where TSaga : class, IStoredSaga
{
    public async Task<TSaga> Load(Guid correlationId) =>
        (await table.LoadAsync(unit, correlationId, forUpdate: false, CancellationToken))?.Saga!;
}
