using System.Diagnostics;
using Integration.LocalServers;
using Integration.LocalServers.RabbitMq;
using Integration.Tests.Servers;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Xunit;

namespace Integration.Tests.LocalServers;

public sealed class RabbitMqManagementTests(ClassVirtualHost classHost) : IClassFixture<ClassVirtualHost>
{
    private readonly CancellationToken _token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queue_is_shown_with_type_arguments_counts_and_bindings()
    {
        var host = await classHost.GetAsync(_token);
        await using var connection = await ConnectAsync(host.Amqp);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), _token);
        var arguments = new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-delivery-limit"] = 50 };
        await channel.QueueDeclareAsync("orders", true, false, false, arguments, cancellationToken: _token);
        await channel.ExchangeDeclareAsync("orders.dlx", ExchangeType.Fanout, durable: true, cancellationToken: _token);
        await channel.QueueBindAsync("orders", "orders.dlx", "", cancellationToken: _token);
        await channel.BasicPublishAsync("", "orders", mandatory: true, new byte[] { 1 }, _token);

        var queue = await QueueWhenAsync(host, "orders", found => found.Ready == 1);
        Assert.Equal("quorum", queue.Type);
        Assert.True(queue.Durable);
        Assert.Equal(1, queue.Messages);
        Assert.Equal(50, queue.Arguments["x-delivery-limit"].GetInt32());
        var bindings = await host.Management.BindingsAsync(host.Name, _token);
        Assert.Contains(new QueueBinding("orders.dlx", "orders", "queue", ""), bindings);
    }

    [Fact]
    public async Task User_may_do_only_what_was_granted()
    {
        var host = await classHost.GetAsync(_token);
        var name = $"reader-{host.Name}";
        await host.Management.CreateUserAsync(name, "s3cret/:@", host.Name, "^mine$", "^$", "^mine$", _token);
        var address = new UriBuilder(host.Amqp) { UserName = name, Password = Uri.EscapeDataString("s3cret/:@") }.Uri;

        await using var connection = await ConnectAsync(address);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: _token);
        await channel.QueueDeclareAsync("mine", true, false, false, cancellationToken: _token);
        var refused = await Assert.ThrowsAsync<OperationInterruptedException>(
            () => channel.QueueDeclareAsync("others", true, false, false, cancellationToken: _token));
        Assert.Contains("ACCESS_REFUSED", refused.Message, StringComparison.Ordinal);
        await host.Management.DeleteUserAsync(name, _token);
    }

    [Fact]
    public async Task Closing_the_connections_of_a_virtual_host_ends_them()
    {
        var host = await classHost.GetAsync(_token);
        await using var connection = await ConnectAsync(host.Amqp);
        var closed = new TaskCompletionSource();
        connection.ConnectionShutdownAsync += (_, _) =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };

        // A new connection is listed a moment after it is open.
        var waited = Stopwatch.StartNew();
        while (!closed.Task.IsCompleted && waited.Elapsed < TimeSpan.FromSeconds(20))
        {
            await host.Management.CloseConnectionsAsync(host.Name, _token);
            await Task.WhenAny(closed.Task, Task.Delay(100, _token));
        }

        Assert.True(closed.Task.IsCompleted);
        Assert.False(connection.IsOpen);
    }

    [Fact]
    public async Task Refused_request_says_what_was_refused_and_why()
    {
        var host = await classHost.GetAsync(_token);
        var error = await Assert.ThrowsAsync<ServerFailedException>(() => host.Management.QueuesAsync("no-such-host", _token));
        Assert.Contains("GET /api/queues/no-such-host: 404", error.Message, StringComparison.Ordinal);
    }

    private async Task<IConnection> ConnectAsync(Uri address) =>
        await new ConnectionFactory { Uri = address, AutomaticRecoveryEnabled = false }.CreateConnectionAsync(_token);

    private async Task<QueueState> QueueWhenAsync(TestVirtualHost host, string name, Func<QueueState, bool> condition)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var queues = await host.Management.QueuesAsync(host.Name, _token);
            var found = queues.SingleOrDefault(queue => queue.Name == name);
            if (found is not null && condition(found))
                return found;
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), $"Queue {name} is {found}");
            await Task.Delay(100, _token);
        }
    }
}
