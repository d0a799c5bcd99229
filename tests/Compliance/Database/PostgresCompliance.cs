using Integration.Platform.Database;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Database;

public sealed class PostgresCompliance(PostgresFixture postgres) : DatabaseCompliance
{
    private TestDatabase? _test;

    protected override async Task<DatabaseOptions> OptionsAsync()
    {
        _test ??= await postgres.FreshDatabaseAsync(Token);
        return new DatabaseOptions { Provider = "postgres", ConnectionString = _test.ConnectionString, Schema = "service", MaxConnections = 5 };
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_test is not null)
        {
            await _test.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_deadlock_is_transient()
    {
        await Database.TransactAsync(
            (unit, ct) => unit.ExecuteAsync(
                "INSERT INTO thing (id, amount, at, small, flag) VALUES ('a', '', 0, 0, 0), ('b', '', 0, 0, 0)", null, ct),
            Token);
        using var meet = new Barrier(2);

        var errors = await Task.WhenAll(
            Task.Run(() => LockBothAsync("a", "b", meet)), Task.Run(() => LockBothAsync("b", "a", meet)));

        var error = Assert.Single(errors, e => e is not null);
        Assert.True(Database.IsTransient(error!));
    }

    [Fact]
    public async Task A_connection_cut_by_the_server_is_transient()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => Database.TransactAsync(
            async (unit, ct) => await unit.ExecuteAsync("SELECT pg_terminate_backend(pg_backend_pid())", null, ct), Token));

        Assert.True(Database.IsTransient(error));
        Assert.Equal(1, await Database.ReadAsync((unit, ct) => unit.FirstOrDefaultAsync<int>("SELECT 1", null, ct), Token));
    }

    private async Task<Exception?> LockBothAsync(string first, string second, Barrier meet)
    {
        try
        {
            await Database.TransactAsync(
                async (unit, ct) =>
                {
                    await unit.ExecuteAsync("UPDATE thing SET small = 1 WHERE id = @id", new { id = first }, ct);
                    meet.SignalAndWait(ct);
                    await unit.ExecuteAsync("UPDATE thing SET small = 1 WHERE id = @id", new { id = second }, ct);
                },
                Token);
            return null;
        }
        catch (Npgsql.PostgresException error)
        {
            return error;
        }
    }
}
