using Integration.Platform.Messaging;
using Integration.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using Xunit;

namespace Integration.Tests.Integration.Platform;

/// <summary>What only a real broker can do to us: topology, unroutable messages, redelivery limits, lost connections.</summary>
public sealed class BrokerTests(BrokerFixture brokers, PostgresFixture databases) : IAsyncLifetime
{
    private const string Queue = "shop.orders";
    private Surroundings _surroundings = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TestVirtualHost Broker => _surroundings.Broker!;

    public async ValueTask InitializeAsync() => _surroundings = await Surroundings.CreateAsync(brokers, databases, Token);

    public async ValueTask DisposeAsync() => await _surroundings.DisposeAsync();

    [Fact]
    public async Task Every_queue_is_a_quorum_queue_and_there_are_none_but_ours()
    {
        var letters = new KeptLetters();
        await using var node = await StartAsync(letters);
        await node.ConnectAsync(Queue, new Recorder<Ping>((_, _) => throw new PlainFaultException("always")), Token);
        await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), "fails", 1), Token);
        await node.EnqueueAsync(Queue, new Stranger(Guid.NewGuid()), Token);
        await Eventually.TrueAsync(() => letters.All.Count == 2, "both dead");

        var queues = await Broker.Management.QueuesAsync(Broker.Name, Token);

        Assert.Equal(["attention.intake", Queue, $"{Queue}.dead"], queues.Select(queue => queue.Name).Order());
        Assert.All(queues, queue => Assert.Equal("quorum", queue.Type));
        Assert.All(queues, queue => Assert.True(queue.Durable));
        var arguments = queues.Single(queue => queue.Name == Queue).Arguments;
        Assert.Equal(50, arguments["x-delivery-limit"].GetInt32());
        Assert.Equal($"{Queue}.dlx", arguments["x-dead-letter-exchange"].GetString());
        Assert.Equal("at-least-once", arguments["x-dead-letter-strategy"].GetString());
        Assert.Equal("reject-publish", arguments["x-overflow"].GetString());
        var sources = (await Broker.Management.BindingsAsync(Broker.Name, Token)).Select(binding => binding.Source).Where(source => source.Length > 0);
        Assert.Equal([Queue, $"{Queue}.dlx"], sources.Distinct().Order());
    }

    [Fact]
    public async Task A_message_to_a_queue_that_does_not_exist_yet_waits_in_the_outbox()
    {
        await using var sender = await StartAsync();
        await sender.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), "early", 1), Token);
        await Eventually.TrueAsync(
            async () => await sender.CountAsync("SELECT count(*) FROM outbox WHERE attempts >= 2", Token) == 1, "tried twice and kept");

        await using var receiver = await StartAsync();
        var recorder = new Recorder<Ping>();
        await receiver.ConnectAsync(Queue, recorder, Token);

        await Eventually.TrueAsync(() => recorder.Handled.Count == 1, "handled");
    }

    [Fact]
    public async Task Nothing_sent_while_services_start_is_lost()
    {
        await using var sender = await StartAsync();
        var sending = Task.WhenAll(Enumerable.Range(0, 500).Select(i =>
            sender.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), $"{i}", 1), Token)));
        await using var receiver = await StartAsync();
        var recorder = new Recorder<Ping>();
        await receiver.ConnectAsync(Queue, recorder, Token);
        await sending;

        await Eventually.TrueAsync(() => recorder.Handled.Count == 500, "all handled", 60);
        Assert.Equal(500, recorder.Handled.Select(ping => ping.Text).Distinct().Count());
    }

    [Fact]
    public async Task A_message_that_kills_its_consumer_every_time_reaches_the_dead_letters_by_the_brokers_limit()
    {
        _surroundings.Settings["Messaging:DeliveryLimit"] = "3";
        var letters = new KeptLetters();
        await using var node = await StartAsync(letters);
        await node.Get<IQueueHost>().DeclareAsync(new QueueDefinition { Name = Queue }, Token);
        var id = Guid.NewGuid();
        await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), "poison", 1), Token, new OutboxSend { MessageId = id });

        // A process that takes the message and dies: its connection goes without an acknowledgement.
        await Eventually.TrueAsync(
            async () =>
            {
                await TakeAndDieAsync();
                return letters.All.ContainsKey((Queue, id));
            },
            "dead by the limit");

        var letter = letters.All[(Queue, id)];
        Assert.Equal("delivery_limit", letter.Reason);
        Assert.Contains("poison", letter.Body, StringComparison.Ordinal);
        Assert.Null(letter.FaultType);
    }

    [Fact]
    public async Task A_letter_is_acknowledged_only_when_it_is_stored()
    {
        var letters = new StubbornLetters(failures: 2);
        await using var node = await Node.StartAsync(_surroundings.Settings, Token, services =>
        {
            services.AddSingleton<IDeadLetterSink>(letters);
            services.AddDeadLetterSink<StubbornLetters>();
        });
        await node.ConnectAsync(Queue, new Recorder<Ping>((_, _) => throw new PlainFaultException("always")), Token);

        await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), "fails", 1), Token);

        await Eventually.TrueAsync(() => letters.Stored == 1, "stored at last");
        await Eventually.TrueAsync(
            async () => (await Broker.Management.QueuesAsync(Broker.Name, Token)).Single(queue => queue.Name == "attention.intake").Messages == 0,
            "acknowledged");
    }

    [Fact]
    public async Task Cut_connections_lose_and_double_nothing()
    {
        await using var node = await StartAsync();
        var recorder = new Recorder<Ping>();
        await node.ConnectAsync(Queue, recorder, Token);
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
                node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), $"{round}/{i}", 1), Token)));
            await Broker.Management.CloseConnectionsAsync(Broker.Name, Token);
        }

        await Eventually.TrueAsync(() => recorder.Handled.Count >= 200, "all handled", 60);
        await Eventually.TrueAsync(async () => await node.CountAsync("SELECT count(*) FROM outbox", Token) == 0, "outbox empty", 30);
        Assert.Equal(200, recorder.Handled.Select(ping => ping.Text).Distinct().Count());
        Assert.Equal(200, recorder.Handled.Count);
    }

    [Fact]
    public async Task What_an_endpoint_held_that_ends_too_late_is_handled_by_the_next()
    {
        await using var node = await StartAsync();
        var stuck = new TaskCompletionSource();
        var first = new Recorder<Ping>((_, _) => stuck.Task);
        var handle = await ConnectAsync(first);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), $"{i}", 1), Token)));
        await Eventually.TrueAsync(() => first.Deliveries == 2, "two are worked on, two are held ready");

        await handle.StopAsync(Token);
        var next = new Recorder<Ping>();
        await ConnectAsync(next);
        stuck.SetResult();

        await Eventually.TrueAsync(() => next.Handled.Concat(first.Handled).Select(ping => ping.Text).Distinct().Count() == 8, "all are handled", 30);
        Assert.Equal(8, next.Handled.Count + first.Handled.Count);

        Task<IQueueHandle> ConnectAsync(Recorder<Ping> recorder) => node.Get<IQueueHost>().ConnectAsync(
            new QueueDefinition { Name = Queue, Concurrency = 2, Prefetch = 4 }, (endpoint, _) => recorder.Attach(endpoint, node), Token);
    }

    [Fact]
    public async Task A_service_whose_bus_never_starts_can_be_stopped()
    {
        // So does MassTransit when its start is cancelled while it begins: one stop of some hundred that came at once hung for ever.
        var node = await Node.StartAsync(_surroundings.Settings, Token, services => services.AddSingleton(BusWithoutStart.Create()));
        await Eventually.TrueAsync(() => ((BusWithoutStart)node.Get<MassTransit.IBusControl>()).IsStarting, "the bus is asked to start");

        await node.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15), Token);
    }

    private Task<Node> StartAsync(KeptLetters? letters = null) => Node.StartAsync(_surroundings.Settings, Token, services =>
    {
        if (letters is not null)
        {
            services.AddSingleton<IDeadLetterSink>(letters);
            services.AddDeadLetterSink<KeptLetters>();
        }
    });

    private async Task TakeAndDieAsync()
    {
        await using var connection = await new ConnectionFactory { Uri = Broker.Amqp }.CreateConnectionAsync(Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Token);
        await channel.BasicGetAsync(Queue, autoAck: false, Token);
        await connection.CloseAsync(cancellationToken: Token);
    }
}
