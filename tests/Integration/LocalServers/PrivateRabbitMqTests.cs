using System.Diagnostics;
using System.Text.Json;
using Integration.LocalServers;
using Integration.LocalServers.RabbitMq;
using Integration.Tests.Servers;
using RabbitMQ.Client;
using Xunit;

namespace Integration.Tests.LocalServers;

public sealed class PrivateRabbitMqTests : IAsyncDisposable
{
    private readonly string _folder = TestSettings.NewFolder("rabbitmq");
    private readonly CancellationToken _token = TestContext.Current.CancellationToken;
    private PrivateRabbitMq? _broker;

    public PrivateRabbitMqTests() => TestSettings.SkipWhenFast("RabbitMQ");

    [Fact]
    public async Task Killed_broker_started_again_has_its_port_its_accounts_and_every_confirmed_message()
    {
        _broker = await StartAsync();
        var (port, firstProcess) = (_broker.AmqpPort, _broker.ProcessId);
        await _broker.Management.CreateVirtualHostAsync("shop", _token);
        await _broker.Management.CreateUserAsync("gateway", "secret", "shop", "^orders.*", "^(orders.*|amq[.]default)$", "^orders.*", _token);
        await PublishConfirmedAsync("orders.submit", 20);
        await _broker.QueuesOnDiskAsync(_token);

        await _broker.KillAsync(_token);
        Assert.False(_broker.IsRunning);
        // The system closes the dead process's sockets in its own time.
        await Eventually.TrueAsync(() => LoopbackPorts.IsFree(port), "the port of the dead broker is free");

        await _broker.StartAgainAsync(_token);
        Assert.Equal(port, _broker.AmqpPort);
        Assert.NotEqual(firstProcess, _broker.ProcessId);
        Assert.Equal(Enumerable.Range(0, 20), await ReadAsync("orders.submit", 20));
    }

    [Fact]
    public async Task Broker_left_running_is_taken_over_by_the_next_start_and_stops_in_good_order()
    {
        var first = await StartAsync(outliveParent: true);
        await first.Management.CreateVirtualHostAsync("shop", _token);

        _broker = await StartAsync(outliveParent: true);
        Assert.Equal(first.ProcessId, _broker.ProcessId);
        Assert.Equal(first.Amqp, _broker.Amqp);

        await _broker.StopAsync(_token);
        Assert.False(first.IsRunning);
    }

    private Task<PrivateRabbitMq> StartAsync(bool outliveParent = false) =>
        PrivateRabbitMq.StartAsync(new PrivateServerOptions { DataFolder = _folder, OutliveParent = outliveParent }, _token);

    /// <summary>As the account <c>gateway</c>, whose rights cover just this.</summary>
    private async Task<IConnection> ConnectAsync() =>
        await new ConnectionFactory { Uri = _broker!.AmqpOf("shop", "gateway", "secret") }.CreateConnectionAsync(_token);

    private async Task PublishConfirmedAsync(string queue, int count)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), _token);
        var arguments = new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-delivery-limit"] = 50 };
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: _token);
        for (var i = 0; i < count; i++)
            await channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties { Persistent = true }, JsonSerializer.SerializeToUtf8Bytes(i), _token);
    }

    /// <summary>A quorum queue elects its leader first after a start: until then there is nothing to get.</summary>
    private async Task<List<int>> ReadAsync(string queue, int count)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: _token);
        List<int> read = [];
        var waited = Stopwatch.StartNew();
        while (read.Count < count && waited.Elapsed < TimeSpan.FromSeconds(30))
        {
            if (await channel.BasicGetAsync(queue, autoAck: true, _token) is { } message)
                read.Add(JsonSerializer.Deserialize<int>(message.Body.Span));
            else
                await Task.Delay(50, _token);
        }

        return read;
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
            await _broker.DeleteAsync(CancellationToken.None);
        else
            Directory.Delete(_folder, recursive: true);
    }
}
