using System.Text.Json;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;

namespace Integration.Platform.Sagas;

/// <summary>Reads sagas by their state, for walks over many of them.</summary>
public sealed class SagaPages<TSaga>
    where TSaga : class, IStoredSaga
{
    /// <summary>The next sagas in these states after an id, by id: a walk meets each one that stays in its state once, whatever moves meanwhile.</summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="states">Names of states.</param>
    /// <param name="after">The last id that was seen, or empty.</param>
    /// <param name="take">At most as many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<TSaga>> NextAsync(IUnit unit, IReadOnlyCollection<string> states, string after, int take, CancellationToken ct)
    {
        var rows = await unit.ListAsync<string>(
            $"SELECT data FROM saga WHERE type = @type AND {unit.Dialect.In("state", "states")} AND id > @after ORDER BY id LIMIT @take",
            new { type = typeof(TSaga).Name, states = states.ToArray(), after, take }, ct);
        return [.. rows.Select(data => JsonSerializer.Deserialize<TSaga>(data, ContractsJson.Options)).OfType<TSaga>()];
    }
}
