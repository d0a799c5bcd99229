using Integration.Tests.Servers;

namespace Integration.Tests.Integration.Platform;

/// <summary>A broker or none, and a database, both fresh; and the settings that lead a node to them.</summary>
public sealed class Surroundings : IAsyncDisposable
{
    private readonly string _folder = TestSettings.NewFolder("platform");
    private TestDatabase? _postgres;

    public TestVirtualHost? Broker { get; private set; }

    public Dictionary<string, string?> Settings { get; } = new()
    {
        ["Messaging:RelayPoll"] = "00:00:00.100",
        ["Messaging:RelayClaim"] = "00:00:02",
    };

    public static async Task<Surroundings> CreateAsync(
        BrokerFixture? brokers, PostgresFixture? databases, CancellationToken ct)
    {
        var made = new Surroundings();
        made.Settings["Platform:DataFolder"] = made._folder;
        if (brokers is not null)
        {
            made.Broker = await brokers.FreshVirtualHostAsync(ct);
            made.Settings["Messaging:Transport"] = "rabbitmq";
            made.Settings["Messaging:Uri"] = made.Broker.Amqp.ToString();
        }

        if (databases is not null)
        {
            made._postgres = await databases.FreshDatabaseAsync(ct);
            made.Settings["Database:Provider"] = "postgres";
            made.Settings["Database:ConnectionString"] = made._postgres.ConnectionString;
            made.Settings["Database:Schema"] = "service";
        }

        return made;
    }

    public async ValueTask DisposeAsync()
    {
        if (Broker is not null)
        {
            await Broker.DisposeAsync();
        }

        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
