using Integration.LocalServers;
using Integration.LocalServers.RabbitMq;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Integration.Platform;

/// <summary>A broker of its own that is killed and comes back.</summary>
public sealed class BrokerRestartTests
{
    private const string Queue = "shop.orders";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_broker_that_comes_back_is_used_again_and_nothing_is_lost_or_doubled()
    {
        TestSettings.SkipWhenFast("RabbitMQ");
        await using var surroundings = await Surroundings.CreateAsync(null, null, Token);
        var options = new PrivateServerOptions { DataFolder = TestSettings.NewFolder("rabbitmq-restart") };
        var broker = await PrivateRabbitMq.StartAsync(options, Token);
        try
        {
            surroundings.Settings["Messaging:Transport"] = "rabbitmq";
            surroundings.Settings["Messaging:Uri"] = broker.Amqp.ToString();
            await using var node = await Node.StartAsync(surroundings.Settings, Token);
            var recorder = new Recorder<Ping>();
            await node.ConnectAsync(Queue, recorder, Token);
            await EnqueueAsync(node, 0, 50);
            await Eventually.TrueAsync(() => recorder.Handled.Count == 50, "first fifty");

            await broker.QueuesOnDiskAsync(Token);
            await broker.KillAsync(Token);
            await EnqueueAsync(node, 50, 50);
            await broker.StartAgainAsync(Token);
            await EnqueueAsync(node, 100, 50);

            await Eventually.TrueAsync(() => recorder.Handled.Count >= 150, "all after the restart", 90);
            await Eventually.TrueAsync(async () => await node.CountAsync("SELECT count(*) FROM outbox", Token) == 0, "outbox empty", 60);
            Assert.Equal(150, recorder.Handled.Select(ping => ping.Text).Distinct().Count());
            Assert.Equal(150, recorder.Handled.Count);
        }
        finally
        {
            await broker.DeleteAsync(CancellationToken.None);
        }
    }

    private static async Task EnqueueAsync(Node node, int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), $"{i}", 1), Token);
        }
    }
}
