using System.Diagnostics;
using Integration.LocalServers;
using Integration.LocalServers.RabbitMq;
using Integration.Platform.Messaging;
using Integration.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using Xunit;

namespace Integration.Tests.Integration.Platform;

/// <summary>A broker of its own that is killed and comes back, and that forgets.</summary>
public sealed class BrokerRestartTests : IAsyncLifetime
{
    private const string Queue = "shop.orders";
    private Surroundings? _surroundings;
    private PrivateRabbitMq? _broker;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private PrivateRabbitMq Broker => _broker!;

    public async ValueTask InitializeAsync()
    {
        TestSettings.SkipWhenFast("RabbitMQ");
        _surroundings = await Surroundings.CreateAsync(null, null, Token);
        _broker = await PrivateRabbitMq.StartAsync(new PrivateServerOptions { DataFolder = TestSettings.NewFolder("rabbitmq-restart") }, Token);
        _surroundings.Settings["Messaging:Transport"] = "rabbitmq";
        _surroundings.Settings["Messaging:Uri"] = Broker.Amqp.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DeleteAsync(CancellationToken.None);
        }

        if (_surroundings is not null)
        {
            await _surroundings.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_broker_that_was_killed_again_and_again_is_used_at_once_each_time_and_nothing_is_lost_or_doubled()
    {
        const int Kills = 4, Each = 25;
        await using var node = await StartAsync();
        var recorder = new Recorder<Ping>();
        await node.ConnectAsync(Queue, recorder, Token);
        await Broker.QueuesOnDiskAsync(Token);
        var placed = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await Broker.KillAsync(Token);
            await EnqueueAsync(node, placed, Each);
            await Broker.StartAgainAsync(Token);
            var back = Stopwatch.StartNew();
            await EnqueueAsync(node, placed + Each, Each);
            placed += 2 * Each;

            await Eventually.TrueAsync(() => recorder.Handled.Count >= placed, "all after the restart", 90);

            TestContext.Current.SendDiagnosticMessage($"All handled {back.Elapsed.TotalSeconds:0.0} s after the broker's return");
            Assert.InRange(back.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
        }

        await Eventually.TrueAsync(async () => await node.CountAsync("SELECT count(*) FROM outbox", Token) == 0, "outbox empty", 60);
        Assert.Equal(placed, recorder.Handled.Select(ping => ping.Text).Distinct().Count());
        Assert.Equal(placed, recorder.Handled.Count);
    }

    [Fact]
    public async Task A_queue_that_died_with_the_broker_right_after_it_was_made_is_made_anew()
    {
        await using var node = await StartAsync();
        var recorder = new Recorder<Ping>();
        await node.ConnectAsync(Queue, recorder, Token);

        await Broker.KillAsync(Token);
        await EnqueueAsync(node, 0, 50);
        await Broker.StartAgainAsync(Token);

        await Eventually.TrueAsync(() => recorder.Handled.Count == 50, "all after the restart", 90);
    }

    [Fact]
    public async Task A_queue_that_vanishes_comes_back_with_its_dead_letters_and_what_was_sent_meanwhile()
    {
        var letters = new KeptLetters();
        await using var node = await StartAsync(letters);
        var recorder = new Recorder<Ping>((ping, _) => ping.Text == "bad" ? throw new PlainFaultException("always") : Task.CompletedTask);
        await node.ConnectAsync(Queue, recorder, Token);
        await EnqueueAsync(node, 0, 1);
        await Eventually.TrueAsync(() => recorder.Handled.Count == 1, "first");
        var before = await ShapeAsync();

        await using (var connection = await new ConnectionFactory { Uri = Broker.Amqp }.CreateConnectionAsync(Token))
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: Token))
        {
            await channel.ExchangeDeleteAsync($"{Queue}.dlx", cancellationToken: Token);
            await channel.ExchangeDeleteAsync(Queue, cancellationToken: Token);
            await channel.QueueDeleteAsync($"{Queue}.dead", cancellationToken: Token);
            await channel.QueueDeleteAsync(Queue, cancellationToken: Token);
        }

        await EnqueueAsync(node, 1, 10);
        await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), "bad", 1), Token);

        await Eventually.TrueAsync(() => recorder.Handled.Select(ping => ping.Text).Where(text => text != "bad").Distinct().Count() == 11, "all handled", 60);
        await Eventually.TrueAsync(() => letters.All.Count == 1, "the bad one is a dead letter", 60);
        Assert.Equal(before, await ShapeAsync());
        await Eventually.TrueAsync(async () => await node.CountAsync("SELECT count(*) FROM outbox", Token) == 0, "outbox empty", 60);
    }

    [Fact]
    public async Task A_service_that_starts_while_the_broker_is_away_or_refuses_it_runs_and_waits()
    {
        const string Account = "late";
        _surroundings!.Settings["Messaging:Uri"] = Broker.AmqpOf("/", Account, Account).ToString();
        await Broker.KillAsync(Token);
        await using var node = await StartAsync();
        await EnqueueAsync(node, 0, 10);
        var recorder = new Recorder<Ping>();
        var connecting = node.ConnectAsync(Queue, recorder, Token);

        await Broker.StartAgainAsync(Token);
        // The service is refused now, as by a broker whose accounts are set up after its start.
        await Task.WhenAny(connecting, Task.Delay(TimeSpan.FromSeconds(5), Token));
        Assert.False(connecting.IsCompleted);
        await Broker.Management.CreateUserAsync(Account, Account, "/", ".*", ".*", ".*", Token);

        await Eventually.TrueAsync(() => recorder.Handled.Count == 10, "all when it is let in", 30);
        await connecting;
    }

    private async Task<string[]> ShapeAsync() =>
    [
        .. (await Broker.Management.QueuesAsync("/", Token))
            .Select(queue => $"{queue.Name} {queue.Type} {string.Join(' ', queue.Arguments.OrderBy(argument => argument.Key).Select(argument => $"{argument.Key}={argument.Value}"))}")
            .Concat((await Broker.Management.BindingsAsync("/", Token)).Select(binding => $"{binding.Source} > {binding.Destination}"))
            .Order(StringComparer.Ordinal),
    ];

    private Task<Node> StartAsync(KeptLetters? letters = null) => Node.StartAsync(_surroundings!.Settings, Token, services =>
    {
        if (letters is not null)
        {
            services.AddSingleton<IDeadLetterSink>(letters);
            services.AddDeadLetterSink<KeptLetters>();
        }
    });

    private static async Task EnqueueAsync(Node node, int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), $"{i}", 1), Token);
        }
    }
}
