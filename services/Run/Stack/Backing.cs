using Integration.LocalServers;
using Integration.LocalServers.Postgres;
using Integration.LocalServers.RabbitMq;
using Integration.Run.Pairs;

namespace Integration.Run.Stack;

/// <summary>The broker and the database of a stack: in this process, private servers, or existing ones.</summary>
internal sealed class Backing : IAsyncDisposable
{
    /// <summary>The virtual host of the services on a private broker.</summary>
    public const string VirtualHost = "integration";

    private readonly StackOptions _options;
    private readonly PrivateRabbitMq? _broker;
    private readonly PrivatePostgres? _postgres;

    private Backing(StackOptions options, PrivateRabbitMq? broker, PrivatePostgres? postgres)
    {
        _options = options;
        _broker = broker;
        _postgres = postgres;
    }

    /// <summary>The private broker, or null.</summary>
    public PrivateRabbitMq? Broker => _broker;

    /// <summary>The private database server, or null.</summary>
    public PrivatePostgres? Database => _postgres;

    /// <summary>The private broker's management page, or null.</summary>
    public Uri? BrokerPage => _broker?.Management.Address;

    public static async Task<Backing> StartAsync(StackOptions options, StackFolders folders, Action<string> say, CancellationToken ct)
    {
        if (options.Broker == "local" || options.Database == "local") await EnsureInstalledAsync(options, say, ct);
        PrivateRabbitMq? broker = null;
        if (options.Broker == "local")
        {
            say("Starting a private RabbitMQ …");
            broker = await PrivateRabbitMq.StartAsync(new PrivateServerOptions { DataFolder = Path.Combine(folders.Servers, "rabbitmq") }, ct);
            await broker.Management.CreateVirtualHostAsync(VirtualHost, ct);
        }

        PrivatePostgres? postgres = null;
        if (options.Database == "local")
        {
            say("Starting a private PostgreSQL …");
            postgres = await PrivatePostgres.StartAsync(new PrivateServerOptions { DataFolder = Path.Combine(folders.Servers, "postgres") }, ct);
        }

        return new Backing(options, broker, postgres);
    }

    /// <summary>Configuration of messaging and database for one service, with its own broker user and database on private servers and its own schema on an existing one.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SettingsAsync(ServiceRole role, StackFolders folders, CancellationToken ct)
    {
        var settings = new Dictionary<string, string>
        {
            ["Messaging:Transport"] = _options.Broker == "memory" ? "memory" : "rabbitmq",
            ["Database:Provider"] = _options.Database == "sqlite" ? "sqlite" : "postgres",
        };
        if (_broker is not null)
        {
            var password = ServicePassword(folders, role);
            await _broker.Management.CreateUserAsync(role.Name, password, VirtualHost, ".*", ".*", ".*", ct);
            settings["Messaging:Uri"] = _broker.AmqpOf(VirtualHost, role.Name, password).ToString();
        }
        else if (_options.Broker != "memory")
        {
            settings["Messaging:Uri"] = _options.Broker;
        }

        if (_postgres is not null)
        {
            settings["Database:ConnectionString"] = await _postgres.CreateDatabaseAsync(role.Identifier, role.Identifier, ct);
        }
        else if (_options.Database != "sqlite")
        {
            settings["Database:ConnectionString"] = _options.Database;
            settings["Database:Schema"] = role.Identifier;
        }
        else
        {
            settings["Database:ConnectionString"] = $"Data Source={Path.Combine(folders.Root, "integration.db")}";
        }

        return settings;
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null) await _broker.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
    }

    private static string ServicePassword(StackFolders folders, ServiceRole role)
    {
        var file = Path.Combine(folders.Secrets, $"broker-{role.Name}");
        if (!File.Exists(file)) SecretFile.Write(folders.Secrets, $"broker-{role.Name}", Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20)));
        return File.ReadAllText(file);
    }

    private static async Task EnsureInstalledAsync(StackOptions options, Action<string> say, CancellationToken ct)
    {
        var installed = await InstalledServers.FindAsync(ct);
        if ((options.Broker != "local" || installed.HasRabbitMq) && (options.Database != "local" || installed.HasPostgres)) return;
        if (!options.Install) throw new StackException($"{installed.Describe()}\nAdd --install to have it installed here, or name existing servers with --broker amqp://… --database Host=….");
        await InstalledServers.InstallAsync(say, ct);
    }
}
