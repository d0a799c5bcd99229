using Integration.LocalServers;
using Integration.LocalServers.RabbitMq;

namespace Integration.Tests.Servers;

/// <summary>
/// One RabbitMQ for all tests of an assembly, started when the first test asks. Take it as a constructor parameter
/// and ask for a fresh virtual host. Tests that kill their broker start a <see cref="PrivateRabbitMq"/> of their own.
/// </summary>
public sealed class BrokerFixture : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private PrivateRabbitMq? _server;
    private RabbitMqManagement? _management;
    private Uri? _amqp;

    /// <summary>
    /// A virtual host that nobody else uses. Skips the test in a fast run; fails with what to install when there is no RabbitMQ.
    /// </summary>
    public async Task<TestVirtualHost> FreshVirtualHostAsync(CancellationToken cancellationToken)
    {
        TestSettings.SkipWhenFast("RabbitMQ");
        await StartOnceAsync(cancellationToken);
        var name = $"test-{Guid.NewGuid():N}";
        await _management!.CreateVirtualHostAsync(name, cancellationToken);
        return new TestVirtualHost(name, new Uri(_amqp!, "/" + name), _management);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DeleteAsync(CancellationToken.None);
        _management?.Dispose();
        _starting.Dispose();
    }

    private async Task StartOnceAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_management is not null)
                return;
            if (TestSettings.Value(TestSettings.AmqpVariable) is { } existing)
                Use(new Uri(existing));
            else
                await StartAsync(cancellationToken);
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = new PrivateServerOptions { DataFolder = TestSettings.NewFolder("rabbitmq"), Fast = true };
        _server = await PrivateRabbitMq.StartAsync(options, cancellationToken);
        _amqp = _server.Amqp;
        _management = _server.Management;
    }

    private void Use(Uri amqp)
    {
        var management = TestSettings.Value(TestSettings.ManagementVariable) is { } given
            ? new Uri(given)
            : new UriBuilder("http", amqp.Host, 15672).Uri;
        var user = amqp.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        _amqp = amqp;
        _management = new RabbitMqManagement(management, user[0], user[1]);
    }
}
