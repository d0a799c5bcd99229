using System.Data.Common;
using Dapper;

namespace Integration.Platform.Database;

internal sealed class Unit(
    SqlDialect dialect, DbConnection connection, DbTransaction? transaction, TimeSpan commandDeadline) : IUnit
{
    private List<Func<CancellationToken, Task>>? _beforeCommit;
    private List<Action>? _afterCommit;
    private Dictionary<object, object>? _items;

    public SqlDialect Dialect => dialect;

    public IDictionary<object, object> Items => _items ??= [];

    public Task<int> ExecuteAsync(string sql, object? args, CancellationToken ct) =>
        connection.ExecuteAsync(Command(sql, args, ct));

    public Task<T?> FirstOrDefaultAsync<T>(string sql, object? args, CancellationToken ct) =>
        connection.QueryFirstOrDefaultAsync<T>(Command(sql, args, ct));

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? args, CancellationToken ct) =>
        (await connection.QueryAsync<T>(Command(sql, args, ct))).AsList();

    public void BeforeCommit(Func<CancellationToken, Task> work)
    {
        RequireTransaction();
        (_beforeCommit ??= []).Add(work);
    }

    public void AfterCommit(Action action)
    {
        RequireTransaction();
        (_afterCommit ??= []).Add(action);
    }

    internal async Task RunBeforeCommitAsync(CancellationToken ct)
    {
        // By index: the work may add more.
        for (var i = 0; i < (_beforeCommit?.Count ?? 0); i++)
        {
            await _beforeCommit![i](ct);
        }
    }

    internal void RunAfterCommit() => _afterCommit?.ForEach(action => action());

    private CommandDefinition Command(string sql, object? args, CancellationToken ct) =>
        new(sql, args, transaction, (int)commandDeadline.TotalSeconds, cancellationToken: ct);

    private void RequireTransaction()
    {
        if (transaction is null)
        {
            throw new InvalidOperationException("This unit only reads; write inside IDatabase.TransactAsync.");
        }
    }
}
