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

    /// <summary>A folder for pair files, which goes with the surroundings.</summary>
    public string PairsFolder => Directory.CreateDirectory(Path.Combine(_folder, "pairs")).FullName;

    public static async Task<Surroundings> CreateAsync(
        BrokerFixture? brokers, PostgresFixture? databases, CancellationToken ct)
    {
        var made = new Surroundings();
        made.Settings["Platform:DataFolder"] = made._folder;
        try
        {
            if (brokers is not null) await made.UseAsync(brokers, ct);
            if (databases is not null) await made.UseAsync(databases, ct);
            return made;
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (Broker is not null) await Broker.DisposeAsync();
            if (_postgres is not null) await _postgres.DisposeAsync();
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task UseAsync(BrokerFixture brokers, CancellationToken ct)
    {
        Broker = await brokers.FreshVirtualHostAsync(ct);
        Settings["Messaging:Transport"] = "rabbitmq";
        Settings["Messaging:Uri"] = Broker.Amqp.ToString();
    }

    private async Task UseAsync(PostgresFixture databases, CancellationToken ct)
    {
        _postgres = await databases.FreshDatabaseAsync(ct);
        Settings["Database:Provider"] = "postgres";
        Settings["Database:ConnectionString"] = _postgres.ConnectionString;
        Settings["Database:Schema"] = "service";
    }
}
