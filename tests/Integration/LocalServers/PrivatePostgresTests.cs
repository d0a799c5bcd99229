using Integration.LocalServers;
using Integration.LocalServers.Postgres;
using Integration.Tests.Servers;
using Npgsql;
using Xunit;

namespace Integration.Tests.LocalServers;

public sealed class PrivatePostgresTests : IAsyncDisposable
{
    private readonly CancellationToken _token = TestContext.Current.CancellationToken;
    private readonly string _folder = TestSettings.NewFolder("postgres");
    private readonly List<PrivatePostgres> _servers = [];

    public PrivatePostgresTests() => TestSettings.SkipWhenFast("PostgreSQL");

    [Fact]
    public async Task Killed_server_started_again_has_its_port_and_every_committed_row()
    {
        var server = await StartAsync();
        var (port, firstProcess) = (server.Port, server.ProcessId);
        var database = await server.CreateDatabaseAsync("order-to-cash", "order \"saga\"", _token);
        await ExecuteAsync(database, "CREATE TABLE orders (id int)");
        await ExecuteAsync(database, "INSERT INTO orders SELECT generate_series(1, 1000)");

        await server.KillAsync(_token);
        Assert.False(server.IsRunning);
        // The system closes the dead process's sockets in its own time.
        await Eventually.TrueAsync(() => LoopbackPorts.IsFree(port), "the port of the dead server is free");

        await server.StartAgainAsync(_token);
        Assert.Equal(port, server.Port);
        Assert.NotEqual(firstProcess, server.ProcessId);
        Assert.Equal(database, await server.CreateDatabaseAsync("order-to-cash", "order \"saga\"", _token));
        Assert.Equal(1000L, await ExecuteAsync(database, "SELECT count(*) FROM orders"));
    }

    [Fact]
    public async Task Server_left_running_is_taken_over_and_a_stopped_one_is_started_with_the_same_data()
    {
        var first = await StartAsync(outliveParent: true);
        var database = await first.CreateDatabaseAsync("shop", "gateway", _token);

        var second = await StartAsync(outliveParent: true);
        Assert.Equal(first.ProcessId, second.ProcessId);
        Assert.Equal(first.AdministratorConnection, second.AdministratorConnection);

        await second.StopAsync(_token);
        Assert.False(first.IsRunning);
        var third = await StartAsync();
        Assert.Equal("gateway", await ExecuteAsync(third.ConnectionOf("shop", "gateway"), "SELECT current_user::text"));
        Assert.Equal(database, third.ConnectionOf("shop", "gateway"));
    }

    [Fact]
    public async Task Two_servers_run_side_by_side_and_keep_their_data_apart()
    {
        var other = TestSettings.NewFolder("postgres");
        var both = await Task.WhenAll(StartAsync(), StartAsync(folder: other));
        Assert.NotEqual(both[0].Port, both[1].Port);

        await both[0].CreateDatabaseAsync("shop", "gateway", _token);
        var missing = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(both[1].ConnectionOf("shop", "administrator"), "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, missing.SqlState);
    }

    [Fact]
    public async Task Folder_that_shuts_out_other_accounts_still_gets_a_server_and_nothing_is_left_of_it()
    {
        var closed = Directory.CreateTempSubdirectory("integration-closed-").FullName;
        var server = await StartAsync(folder: closed);
        Assert.Equal(1, await ExecuteAsync(server.AdministratorConnection, "SELECT 1"));
        Assert.NotEqual(Environment.IsPrivilegedProcess, server.Files.StartsWith(closed, StringComparison.Ordinal));

        await server.DeleteAsync(_token);
        Assert.False(Directory.Exists(server.Files));
        Assert.False(Directory.Exists(closed));
    }

    [Fact]
    public async Task Role_enters_its_own_database_only_and_only_with_its_password()
    {
        var server = await StartAsync();
        await server.CreateDatabaseAsync("shop", "gateway", _token);
        await server.CreateDatabaseAsync("erp", "adapter", _token);

        var foreign = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(server.ConnectionOf("erp", "gateway"), "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, foreign.SqlState);
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionOf("shop", "gateway")) { Password = "guess" }.ConnectionString;
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(wrong, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task Server_that_cannot_start_says_so_with_the_end_of_its_log()
    {
        var server = await StartAsync();
        await server.StopAsync(_token);
        await File.WriteAllTextAsync(Path.Combine(server.Files, "postgresql.auto.conf"), "no_such_setting = 1\n", _token);

        var error = await Assert.ThrowsAsync<ServerFailedException>(() => server.StartAgainAsync(_token));
        Assert.Contains("PostgreSQL did not start: its process ended", error.Message, StringComparison.Ordinal);
        Assert.Contains("no_such_setting", error.Message, StringComparison.Ordinal);
    }

    private async Task<PrivatePostgres> StartAsync(bool outliveParent = false, string? folder = null)
    {
        var options = new PrivateServerOptions { DataFolder = folder ?? _folder, OutliveParent = outliveParent };
        var server = await PrivatePostgres.StartAsync(options, _token);
        lock (_servers)
            _servers.Add(server);
        return server;
    }

    private async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(_token);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(_token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DeleteAsync(CancellationToken.None);
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
