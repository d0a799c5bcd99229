using Integration.LocalServers;
using Integration.LocalServers.Postgres;
using Integration.LocalServers.RabbitMq;
using Xunit;

namespace Integration.Tests.LocalServers;

public sealed class ServerConfigurationTests
{
    private static readonly RabbitMqNode Node = new("abc123", 1001, 1002, 1003, 1004, "administrator", "pass");

    [Fact]
    public void Broker_listens_on_loopback_only()
    {
        var text = RabbitMqConfiguration.Text(Node);
        Assert.Contains("listeners.tcp.1 = 127.0.0.1:1001\n", text, StringComparison.Ordinal);
        Assert.Contains("management.tcp.ip = 127.0.0.1\n", text, StringComparison.Ordinal);
        Assert.Contains("management.tcp.port = 1002\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_folder_and_file_of_the_broker_is_inside_its_own_folder()
    {
        var environment = RabbitMqConfiguration.Environment(Node, new RabbitMqFolder("/data/mq"));
        string[] places = ["HOME", "RABBITMQ_MNESIA_BASE", "RABBITMQ_LOG_BASE", "RABBITMQ_PID_FILE", "RABBITMQ_CONFIG_FILE",
            "RABBITMQ_ADVANCED_CONFIG_FILE", "RABBITMQ_ENABLED_PLUGINS_FILE", "RABBITMQ_FEATURE_FLAGS_FILE", "RABBITMQ_SCHEMA_DIR",
            "RABBITMQ_GENERATED_CONFIG_DIR"];
        Assert.All(places, place => Assert.StartsWith("/data/mq/", environment[place], StringComparison.Ordinal));
        Assert.DoesNotContain(environment.Values, value => value.Contains(Node.Password, StringComparison.Ordinal));
        Assert.Contains("-integration_server abc123", environment["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"], StringComparison.Ordinal);
    }

    [Fact]
    public void Role_passwords_are_stable_and_differ_by_role_and_by_server()
    {
        var node = new PostgresNode(5432, "administrator", "secret");
        Assert.Equal(node.PasswordOf("gateway"), node.PasswordOf("gateway"));
        Assert.NotEqual(node.PasswordOf("gateway"), node.PasswordOf("adapter"));
        Assert.NotEqual(node.PasswordOf("gateway"), (node with { Password = "other" }).PasswordOf("gateway"));
    }

    [Fact]
    public async Task Saved_passwords_are_readable_by_their_owner_only_and_a_damaged_file_is_named()
    {
        var token = TestContext.Current.CancellationToken;
        var path = Path.Combine(Directory.CreateTempSubdirectory("integration-state-").FullName, "rabbitmq.json");
        await SavedState.SaveAsync(path, Node, token);
        await SavedState.SaveAsync(path, Node with { AmqpPort = 9 }, token);
        Assert.Equal(Node with { AmqpPort = 9 }, await SavedState.LoadAsync<RabbitMqNode>(path, token));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));

        await File.WriteAllTextAsync(path, "{", token);
        var error = await Assert.ThrowsAsync<ServerFailedException>(() => SavedState.LoadAsync<RabbitMqNode>(path, token));
        Assert.StartsWith($"{path} is damaged", error.Message, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
