using Integration.Platform.Database;
using Xunit;

namespace Integration.Tests.Unit.Platform;

public sealed class SharedTransactionsTests : IDisposable
{
    private readonly CountingDatabase _database = new();
    private readonly SharedTransactions _shared;

    public SharedTransactionsTests() => _shared = new SharedTransactions(_database);

    [Fact]
    public async Task Work_that_gathers_while_another_runs_shares_one_transaction()
    {
        var ct = TestContext.Current.CancellationToken;
        var first = new TaskCompletionSource();
        var held = _shared.TransactAsync((_, _) => first.Task, ct);
        var ran = 0;
        var gathered = Enumerable.Range(0, 20).Select(_ => _shared.TransactAsync((_, _) => Task.FromResult(Interlocked.Increment(ref ran)), ct)).ToList();
        Assert.Equal(0, ran);

        first.SetResult();
        await Task.WhenAll([held, .. gathered]);

        Assert.Equal(20, ran);
        Assert.Equal(2, _database.Committed);
    }

    [Fact]
    public async Task One_that_fails_fails_alone_and_the_others_commit()
    {
        var ct = TestContext.Current.CancellationToken;
        var first = new TaskCompletionSource();
        var held = _shared.TransactAsync((_, _) => first.Task, ct);
        var good = _shared.TransactAsync((_, _) => Task.CompletedTask, ct);
        var bad = _shared.TransactAsync((_, _) => throw new FormatException("bad"), ct);
        var other = _shared.TransactAsync((_, _) => Task.CompletedTask, ct);

        first.SetResult();
        await Task.WhenAll(held, good, other);

        await Assert.ThrowsAsync<FormatException>(() => bad);
        Assert.Equal(3, _database.Committed);
        Assert.Equal(2, _database.RolledBack);
    }

    [Fact]
    public async Task However_many_come_at_once_each_is_run()
    {
        var ran = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 500), TestContext.Current.CancellationToken, async (_, ct) =>
            await _shared.TransactAsync(
                async (_, _) =>
                {
                    await Task.Yield();
                    Interlocked.Increment(ref ran);
                },
                ct));

        Assert.Equal(500, ran);
    }

    public void Dispose() => _shared.Dispose();

    private sealed class CountingDatabase : IDatabase
    {
        public int Committed { get; private set; }

        public int RolledBack { get; private set; }

        public SqlDialect Dialect => SqlDialect.Sqlite;

        public async Task<T> TransactAsync<T>(Func<IUnit, CancellationToken, Task<T>> work, CancellationToken ct)
        {
            try
            {
                var result = await work(null!, ct);
                Committed++;
                return result;
            }
            catch
            {
                RolledBack++;
                throw;
            }
        }

        public Task TransactAsync(Func<IUnit, CancellationToken, Task> work, CancellationToken ct) => TransactAsync<object?>(
            async (unit, token) =>
            {
                await work(unit, token);
                return null;
            },
            ct);

        public Task<T> ReadAsync<T>(Func<IUnit, CancellationToken, Task<T>> work, CancellationToken ct) => throw new NotSupportedException();

        public bool IsTransient(Exception exception) => false;

        public string? Refusal(Exception exception) => null;
    }
}
