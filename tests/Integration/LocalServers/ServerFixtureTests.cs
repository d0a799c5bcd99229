using Integration.LocalServers.RabbitMq;
using Integration.LocalServers;
using Integration.Tests.Servers;
using Npgsql;
using Xunit;

namespace Integration.Tests.LocalServers;

public sealed class ServerFixtureTests(BrokerFixture broker, PostgresFixture postgres, ClassDatabase classDatabase) : IClassFixture<ClassDatabase>
{
    private readonly CancellationToken _token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fresh_virtual_hosts_are_different_and_empty_and_gone_when_disposed()
    {
        await using var first = await broker.FreshVirtualHostAsync(_token);
        string name;
        await using (var second = await broker.FreshVirtualHostAsync(_token))
        {
            name = second.Name;
            Assert.NotEqual(first.Name, name);
            Assert.Empty(await second.Management.QueuesAsync(name, _token));
        }

        await Assert.ThrowsAsync<ServerFailedException>(() => first.Management.QueuesAsync(name, _token));
    }

    [Fact]
    public async Task Second_private_broker_runs_beside_the_shared_one()
    {
        await using var shared = await broker.FreshVirtualHostAsync(_token);
        var options = new PrivateServerOptions { DataFolder = TestSettings.NewFolder("rabbitmq"), Fast = true };
        var second = await PrivateRabbitMq.StartAsync(options, _token);
        try
        {
            Assert.NotEqual(shared.Amqp.Port, second.AmqpPort);
            await second.Management.CreateVirtualHostAsync("only-here", _token);
            await Assert.ThrowsAsync<ServerFailedException>(() => shared.Management.QueuesAsync("only-here", _token));
            Assert.Empty(await second.Management.QueuesAsync("only-here", _token));
        }
        finally
        {
            await second.DeleteAsync(CancellationToken.None);
        }

        Assert.False(Directory.Exists(options.DataFolder));
        Assert.Empty(await shared.Management.QueuesAsync(shared.Name, _token));
    }

    [Fact]
    public async Task Databases_of_class_and_test_are_different_and_work()
    {
        var ofClass = await classDatabase.GetAsync(_token);
        Assert.Same(ofClass, await classDatabase.GetAsync(_token));
        await using var ofTest = await postgres.FreshDatabaseAsync(_token);

        Assert.Equal(ofClass.Name, await CurrentDatabaseAsync(ofClass.ConnectionString));
        Assert.Equal(ofTest.Name, await CurrentDatabaseAsync(ofTest.ConnectionString));
        Assert.NotEqual(ofClass.Name, ofTest.Name);
    }

    private async Task<object?> CurrentDatabaseAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(_token);
        await using var command = new NpgsqlCommand("SELECT current_database()::text", connection);
        return await command.ExecuteScalarAsync(_token);
    }
}
