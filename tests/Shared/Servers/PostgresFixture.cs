using Integration.LocalServers;
using Integration.LocalServers.Postgres;
using Npgsql;

namespace Integration.Tests.Servers;

/// <summary>
/// One PostgreSQL for all tests of an assembly, started when the first test asks. Take it as a constructor parameter
/// and ask for a fresh database. It does not wait for the disk; tests that kill their database start a
/// <see cref="PrivatePostgres"/> of their own.
/// </summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private PrivatePostgres? _server;
    private UsedDatabases? _databases;

    /// <summary>
    /// An empty database that nobody else uses, as its administrator. Skips the test in a fast run; fails with what to
    /// install when there is no PostgreSQL.
    /// </summary>
    public async Task<TestDatabase> FreshDatabaseAsync(CancellationToken cancellationToken)
    {
        TestSettings.SkipWhenFast("PostgreSQL");
        await StartOnceAsync(cancellationToken);
        var name = await _databases!.TakeAsync(cancellationToken);
        var connection = new NpgsqlConnectionStringBuilder(_databases.Administrator) { Database = name }.ConnectionString;
        return new TestDatabase(name, connection, () => _databases.ReturnAsync(name));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DeleteAsync(CancellationToken.None);
        else if (_databases is not null)
            await _databases.DropAsync();
        _starting.Dispose();
    }

    private async Task StartOnceAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            _databases ??= new UsedDatabases(TestSettings.Value(TestSettings.PostgresVariable) ?? await StartAsync(cancellationToken));
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        var options = new PrivateServerOptions { DataFolder = TestSettings.NewFolder("postgres"), Fast = true };
        _server = await PrivatePostgres.StartAsync(options, cancellationToken);
        return _server.AdministratorConnection;
    }
}
