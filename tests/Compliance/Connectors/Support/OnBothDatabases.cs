using Integration.Platform.Database;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>Opens the bench on the named database: every test of a deriving class runs on both.</summary>
public abstract class OnBothDatabases(PostgresFixture postgres)
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected async Task<ConnectorBench> OpenAsync(string database)
    {
        if (database == Postgres)
        {
            var test = await postgres.FreshDatabaseAsync(Token);
            var options = new DatabaseOptions { Provider = "postgres", ConnectionString = test.ConnectionString, Schema = "service", MaxConnections = 8 };
            return await ConnectorBench.OpenAsync(options, test.DisposeAsync, Token);
        }

        var folder = TestSettings.NewFolder("connectors");
        return await ConnectorBench.OpenAsync(
            new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(folder, "integration.db")}" },
            () =>
            {
                Directory.Delete(folder, recursive: true);
                return ValueTask.CompletedTask;
            },
            Token);
    }
}
