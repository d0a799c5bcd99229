using System.Text.Json;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;

namespace Integration.Platform.Sagas;

/// <summary>The statements on table <c>saga</c> for one kind of saga.</summary>
internal sealed class SagaTable<TSaga>(TimeProvider clock)
    where TSaga : class, IStoredSaga
{
    private readonly string _type = typeof(TSaga).Name;

    public async Task<StoredSaga<TSaga>?> LoadAsync(IUnit unit, Guid id, bool forUpdate, CancellationToken ct)
    {
        var row = await unit.FirstOrDefaultAsync<SagaRow>(
            $"""
            SELECT version AS "Version", data AS "Data" FROM saga
            WHERE type = @type AND id = @id{(forUpdate ? unit.Dialect.ForUpdate : "")}
            """,
            new { type = _type, id = id.ToString() },
            ct);
        return row is null ? null : new StoredSaga<TSaga>(Read(row, id), row.Version);
    }

    /// <summary>False: a saga with this id exists.</summary>
    public async Task<bool> InsertAsync(IUnit unit, TSaga saga, CancellationToken ct) =>
        await unit.ExecuteAsync(
            """
            INSERT INTO saga (type, id, state, version, data, updated_at) VALUES (@type, @id, @state, 1, @data, @now)
            ON CONFLICT (type, id) DO NOTHING
            """,
            new { type = _type, id = saga.CorrelationId.ToString(), state = saga.CurrentState ?? "", data = Write(saga), now = clock.UnixMs() },
            ct) == 1;

    public async Task UpdateAsync(IUnit unit, TSaga saga, int version, CancellationToken ct)
    {
        var rows = await unit.ExecuteAsync(
            """
            UPDATE saga SET state = @state, version = version + 1, data = @data, updated_at = @now
            WHERE type = @type AND id = @id AND version = @version
            """,
            new
            {
                type = _type,
                id = saga.CorrelationId.ToString(),
                version,
                state = saga.CurrentState ?? "",
                data = Write(saga),
                now = clock.UnixMs(),
            },
            ct);
        if (rows == 0)
        {
            throw new SagaConflictException(_type, saga.CorrelationId);
        }
    }

    public Task DeleteAsync(IUnit unit, Guid id, CancellationToken ct) => unit.ExecuteAsync(
        "DELETE FROM saga WHERE type = @type AND id = @id", new { type = _type, id = id.ToString() }, ct);

    private static string Write(TSaga saga) => JsonSerializer.Serialize(saga, ContractsJson.Options);

    private TSaga Read(SagaRow row, Guid id) =>
        JsonSerializer.Deserialize<TSaga>(row.Data, ContractsJson.Options)
        ?? throw new InvalidOperationException($"Saga {_type} {id} is stored as null.");
}
