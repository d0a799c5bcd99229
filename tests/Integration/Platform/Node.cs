using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integration.Tests.Integration.Platform;

/// <summary>One instance of a service: the platform, running, as its own container. Several may share database and broker.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly IHost _host;
    private bool _started;

    private Node(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public IDatabase Database => Get<IDatabase>();

    public IOutbox Outbox => Get<IOutbox>();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Built but not started: its relay sends nothing, like a process that died right after its commit.</summary>
    public static Node Build(IDictionary<string, string?> settings, Action<IServiceCollection>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.AddProvider(new TestLog()).SetMinimumLevel(LogLevel.Information);
        builder.Services.AddPlatform(builder.Configuration, "test");
        builder.Services.AddMessages(typeof(Ping), typeof(Pong), typeof(Stranger));
        configure?.Invoke(builder.Services);
        return new Node(builder.Build());
    }

    public static async Task<Node> StartAsync(
        IDictionary<string, string?> settings, CancellationToken ct, Action<IServiceCollection>? configure = null)
    {
        var node = Build(settings, configure);
        await node._host.StartAsync(ct);
        node._started = true;
        return node;
    }

    /// <summary>Makes the tables without starting anything.</summary>
    public Task MigrateAsync(CancellationToken ct) =>
        DatabaseRegistration.MigrateAsync(Database, [], TimeProvider.System, ct);

    public Task EnqueueAsync<T>(string queue, T message, CancellationToken ct, OutboxSend? options = null)
        where T : class =>
        Database.TransactAsync((unit, token) => Outbox.EnqueueAsync(unit, queue, message, token, options), ct);

    public Task<IQueueHandle> ConnectAsync<T>(string queue, Recorder<T> recorder, CancellationToken ct, int concurrency = 8)
        where T : class =>
        Get<IQueueHost>().ConnectAsync(
            new QueueDefinition { Name = queue, Concurrency = concurrency },
            (endpoint, _) => recorder.Attach(endpoint, this),
            ct);

    public Task<long> CountAsync(string sql, CancellationToken ct) =>
        Database.ReadAsync((unit, token) => unit.FirstOrDefaultAsync<long>(sql, null, token), ct);

    public async ValueTask DisposeAsync()
    {
        if (_started)
        {
            await _host.StopAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        }

        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
