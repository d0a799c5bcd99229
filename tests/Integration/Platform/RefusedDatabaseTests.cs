using Integration.Platform.Hosting;
using Integration.Tests.Servers;
using Microsoft.Extensions.Options;
using Npgsql;
using Xunit;

namespace Integration.Tests.Integration.Platform;

/// <summary>A database that is there and refuses us is a wrong setting: the start ends and says which, where one that is not there yet is waited for.</summary>
public sealed class RefusedDatabaseTests(PostgresFixture postgres) : IDisposable
{
    private readonly string _folder = TestSettings.NewFolder("refused-database");

    [Fact]
    public Task Wrong_password_is_named_and_not_told() => RefusedAsync(settings => settings.Password = "Canary-Of-The-Password", "password authentication failed");

    [Fact]
    public Task Missing_database_is_named() => RefusedAsync(settings => settings.Database = "no_such_database", "no_such_database");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task RefusedAsync(Action<NpgsqlConnectionStringBuilder> edit, string why)
    {
        await using var database = await postgres.FreshDatabaseAsync(TestContext.Current.CancellationToken);
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        edit(settings);
        var builder = ServiceHost.CreateBuilder([$"--Platform:DataFolder={_folder}", "--Database:Provider=postgres", $"--Database:ConnectionString={settings.ConnectionString}"], "xcart");
        await using var app = ServiceHost.Build(builder);

        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        var message = Assert.Single(wrong.Failures);
        Assert.StartsWith("Database:ConnectionString:", message, StringComparison.Ordinal);
        Assert.Contains(why, message, StringComparison.Ordinal);
        Assert.DoesNotContain(settings.Password!, message, StringComparison.Ordinal);
    }
}
