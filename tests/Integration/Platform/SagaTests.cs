using Integration.Platform.Messaging;
using Integration.Platform.Sagas;
using Integration.Tests.Servers;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Integration.Tests.Integration.Platform;

/// <summary>Saga, inbox and outbox in one transaction, on every transport and database.</summary>
public abstract class SagaTests(BrokerFixture? broker, PostgresFixture? postgres) : IAsyncLifetime
{
    private const string Queue = "shop.tally";
    private readonly KeptLetters _letters = new();
    private readonly Recorder<Pong> _answers = new();
    private Surroundings _surroundings = null!;
    private Node _node = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _surroundings = await Surroundings.CreateAsync(broker, postgres, Token);
        _node = await StartNodeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await _surroundings.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Each_message_moves_the_saga_once_and_its_answer_goes_out_once()
    {
        var id = Guid.NewGuid();
        await EnqueueAsync(new Ping(id, "a", 10.10m));
        await EnqueueAsync(new Ping(id, "b", 0.05m));

        await Eventually.TrueAsync(() => _answers.Handled.Count == 2, "two answers");
        var tally = await LoadAsync(id);
        Assert.Equal(2, tally!.Count);
        Assert.Equal(10.15m, tally.Sum);
        Assert.Equal("Counting", tally.CurrentState);
        Assert.Equal(1, await _node.CountAsync("SELECT count(*) FROM saga WHERE state = 'Counting' AND version = 2", Token));
    }

    [Fact]
    public async Task Five_concurrent_copies_of_one_message_move_the_saga_once()
    {
        var id = Guid.NewGuid();
        var message = Guid.NewGuid();
        await SendCopiesAsync(new Ping(id, "copy", 1), message, 5);
        await EnqueueAsync(new Ping(Guid.NewGuid(), "last", 1));

        await Eventually.TrueAsync(() => _answers.Handled.Count >= 2, "answers");
        await QueuesAreEmptyAsync();
        Assert.Equal(1, (await LoadAsync(id))!.Count);
        Assert.Single(_answers.Handled, answer => answer.Id == id);
        Assert.Empty(_letters.All);
    }

    [Fact]
    public async Task Concurrent_first_messages_of_one_saga_are_all_counted()
    {
        var id = Guid.NewGuid();
        await _node.Database.TransactAsync(
            async (unit, ct) =>
            {
                for (var i = 0; i < 20; i++)
                {
                    await _node.Outbox.EnqueueAsync(unit, Queue, new Ping(id, $"{i}", 1), ct);
                }
            },
            Token);

        await Eventually.TrueAsync(() => _answers.Handled.Count == 20, "twenty answers");
        Assert.Equal(20, (await LoadAsync(id))!.Count);
        Assert.Equal(Enumerable.Range(1, 20), _answers.Handled.Select(answer => answer.Count).Order());
        Assert.Empty(_letters.All);
    }

    [Fact]
    public async Task A_state_machine_that_publishes_past_the_outbox_is_refused_and_changes_nothing()
    {
        var id = Guid.NewGuid();
        await EnqueueAsync(new Ping(id, "a", 1));
        await Eventually.TrueAsync(() => _answers.Handled.Count == 1, "first answer");

        await EnqueueAsync(new Ping(id, "publish", 1));

        await Eventually.TrueAsync(() => !_letters.All.IsEmpty, "dead letter");
        Assert.Contains("sends by Enqueue", _letters.All.Values.Single().FaultMessage, StringComparison.Ordinal);
        Assert.Equal(1, (await LoadAsync(id))!.Count);
        await Eventually.TrueAsync(
            async () => await _node.CountAsync("SELECT count(*) FROM outbox WHERE due_at < 9000000000000000000", Token) == 0,
            "nothing left to send but the dead letter's own row");
    }

    [Fact]
    public async Task Two_instances_on_one_database_count_every_message()
    {
        if (broker is null)
        {
            Assert.Skip("The in-memory transport is per process.");
        }

        await using var second = await StartNodeAsync();
        var ids = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToList();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            (i % 2 == 0 ? _node : second).EnqueueAsync(Queue, new Ping(ids[i % 5], $"{i}", 1), Token)));

        await Eventually.TrueAsync(() => _answers.Handled.Count == 50, "fifty answers");
        foreach (var id in ids)
        {
            Assert.Equal(10, (await LoadAsync(id))!.Count);
        }

        Assert.Empty(_letters.All);
    }

    private async Task<Node> StartNodeAsync()
    {
        var node = await Node.StartAsync(_surroundings.Settings, Token, services =>
        {
            services.AddSagaStore<Tally>();
            services.AddSingleton<IDeadLetterSink>(_letters);
            services.AddDeadLetterSink<KeptLetters>();
        });
        var machine = new TallyMachine();
        await node.Get<IQueueHost>().ConnectAsync(
            new QueueDefinition { Name = Queue },
            (endpoint, provider) => endpoint.StateMachineSaga(machine, provider.GetRequiredService<ISagaRepository<Tally>>()),
            Token);
        await node.ConnectAsync(TallyMachine.Out, _answers, Token);
        return node;
    }

    private Task EnqueueAsync(Ping ping) => _node.EnqueueAsync(Queue, ping, Token);

    // Past the outbox, which would drop copies itself.
    private Task SendCopiesAsync(Ping ping, Guid message, int copies)
    {
        var row = new OutboxRow
        {
            Id = message.ToString(),
            Queue = Queue,
            MessageType = typeof(Ping).FullName!,
            Body = System.Text.Json.JsonSerializer.Serialize(ping, global::Integration.Contracts.Serialization.ContractsJson.Options),
        };
        return Task.WhenAll(Enumerable.Range(0, copies).Select(_ => _node.Get<IOutboxSender>().SendAsync(row, Token)));
    }

    private Task<Tally?> LoadAsync(Guid id) => _node.Database.ReadAsync(
        async (unit, ct) => (await _node.Get<SagaTable<Tally>>().LoadAsync(unit, id, false, ct))?.Saga, Token);

    private Task QueuesAreEmptyAsync() => Eventually.TrueAsync(
        async () => await _node.CountAsync("SELECT count(*) FROM outbox", Token) == 0
            && (_surroundings.Broker is not { } host
                || (await host.Management.QueuesAsync(host.Name, Token)).All(queue => queue.Messages == 0)),
        "queues empty");
}
