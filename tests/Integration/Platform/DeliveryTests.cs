using Integration.Platform.Messaging;
using Integration.Platform.Sagas;
using Integration.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Integration.Tests.Integration.Platform;

/// <summary>Outbox, inbox, timers, pausing and dead letters: the same promises on every transport and database.</summary>
public abstract class DeliveryTests(BrokerFixture? broker, PostgresFixture? postgres) : IAsyncLifetime
{
    private const string Queue = "shop.orders";
    private Surroundings _surroundings = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Dictionary<string, string?> Settings => _surroundings.Settings;

    public async ValueTask InitializeAsync() => _surroundings = await Surroundings.CreateAsync(broker, postgres, Token);

    public async ValueTask DisposeAsync()
    {
        await _surroundings.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_committed_message_is_handled_once_and_leaves_no_row()
    {
        await using var node = await Node.StartAsync(Settings, Token);
        var recorder = new Recorder<Ping>();
        await node.ConnectAsync(Queue, recorder, Token);
        var sent = new Ping(Guid.NewGuid(), "Zoë 漢字 \"quoted\"", 1234.50m);

        await node.EnqueueAsync(Queue, sent, Token);

        await Eventually.TrueAsync(() => !recorder.Handled.IsEmpty, "handled");
        Assert.Equal(sent, Assert.Single(recorder.Handled));
        await OutboxIsEmptyAsync(node);
    }

    [Fact]
    public async Task Work_that_rolls_back_sends_nothing()
    {
        await using var node = await Node.StartAsync(Settings, Token);
        var recorder = new Recorder<Ping>();
        await node.ConnectAsync(Queue, recorder, Token);

        await Assert.ThrowsAsync<InvalidDataException>(() => node.Database.TransactAsync(
            async (unit, ct) =>
            {
                await node.Outbox.EnqueueAsync(unit, Queue, new Ping(Guid.NewGuid(), "lost", 1), ct);
                throw new InvalidDataException();
            },
            Token));
        await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), "kept", 1), Token);

        await Eventually.TrueAsync(() => !recorder.Handled.IsEmpty, "handled");
        Assert.Equal("kept", Assert.Single(recorder.Handled).Text);
    }

    [Fact]
    public async Task Rows_of_a_process_that_died_after_its_commit_are_sent_by_the_next()
    {
        await using (var dead = Node.Build(Settings))
        {
            await dead.MigrateAsync(Token);
            for (var i = 0; i < 30; i++)
            {
                await dead.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), $"{i}", i), Token);
            }
        }

        await using var node = await Node.StartAsync(Settings, Token);
        var recorder = new Recorder<Ping>();
        await node.ConnectAsync(Queue, recorder, Token);

        await Eventually.TrueAsync(() => recorder.Handled.Count == 30, "all 30 handled");
        await OutboxIsEmptyAsync(node);
        Assert.Equal(30, recorder.Handled.Select(ping => ping.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_message_of_the_same_id_is_handled_once()
    {
        await using var node = await Node.StartAsync(Settings, Token);
        var recorder = new Recorder<Ping>();
        await node.ConnectAsync(Queue, recorder, Token);
        var options = new OutboxSend { MessageId = Guid.NewGuid() };

        for (var i = 0; i < 5; i++)
        {
            await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), "same", 1), Token, options);
        }

        await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), "other", 1), Token);
        await Eventually.TrueAsync(() => recorder.Handled.Any(ping => ping.Text == "other"), "other handled");
        await OutboxIsEmptyAsync(node);
        Assert.Single(recorder.Handled, ping => ping.Text == "same");
    }

    [Fact]
    public async Task A_timer_comes_when_due_and_not_if_replaced_or_cancelled()
    {
        await using var node = await Node.StartAsync(Settings, Token);
        var recorder = new Recorder<Ping>();
        await node.ConnectAsync(Queue, recorder, Token);
        var soon = DateTimeOffset.UtcNow.AddMilliseconds(400);
        await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), "first", 1), Token, new OutboxSend { DueAt = soon, TimerKey = "deadline" });
        await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), "replaced", 1), Token, new OutboxSend { DueAt = soon, TimerKey = "deadline" });
        await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), "cancelled", 1), Token, new OutboxSend { DueAt = soon, TimerKey = "other" });
        await node.Database.TransactAsync((unit, ct) => node.Outbox.CancelTimerAsync(unit, "other", ct), Token);

        Assert.Empty(recorder.Handled);
        await Eventually.TrueAsync(() => !recorder.Handled.IsEmpty, "timer came");

        Assert.True(DateTimeOffset.UtcNow >= soon);
        Assert.Equal("replaced", Assert.Single(recorder.Handled).Text);
        await OutboxIsEmptyAsync(node);
    }

    [Fact]
    public async Task A_stopped_queue_holds_its_messages_until_it_is_connected_again()
    {
        await using var node = await Node.StartAsync(Settings, Token);
        var first = new Recorder<Ping>();
        var handle = await node.ConnectAsync(Queue, first, Token);
        await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), "before", 1), Token);
        await Eventually.TrueAsync(() => !first.Handled.IsEmpty, "first handled");

        await handle.StopAsync(Token);
        for (var i = 0; i < 20; i++)
        {
            await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), $"{i}", 1), Token);
        }

        var second = new Recorder<Ping>();
        await node.ConnectAsync(Queue, second, Token);

        await Eventually.TrueAsync(() => second.Handled.Count == 20, "held messages handled");
        Assert.Single(first.Handled);
        await OutboxIsEmptyAsync(node);
    }

    [Fact]
    public async Task A_message_that_keeps_failing_becomes_a_dead_letter_with_its_cause_and_can_be_replayed()
    {
        var letters = new KeptLetters();
        await using var node = await Node.StartAsync(Settings, Token, services => Keep(services, letters));
        var isBroken = true;
        var recorder = new Recorder<Ping>((_, _) => isBroken ? throw new PlainFaultException("No rule for it.") : Task.CompletedTask);
        await node.ConnectAsync(Queue, recorder, Token);
        var ping = new Ping(Guid.NewGuid(), "Doe, Jane", 1);
        var id = Guid.NewGuid();

        await node.EnqueueAsync(Queue, ping, Token, new OutboxSend { MessageId = id });

        await Eventually.TrueAsync(() => letters.All.ContainsKey((Queue, id)), "letter kept");
        var letter = letters.All[(Queue, id)];
        Assert.Equal("fault", letter.Reason);
        Assert.Equal(typeof(PlainFaultException).FullName, letter.FaultType);
        Assert.Equal("No rule for it.", letter.FaultMessage);
        Assert.Equal(typeof(Ping).FullName, letter.MessageType);
        Assert.Contains("\"text\":\"Doe, Jane\"", letter.Body, StringComparison.Ordinal);
        Assert.Equal(3, recorder.Deliveries);
        Assert.Single(letters.All);

        isBroken = false;
        var replay = node.Get<IDeadLetterReplay>();
        await Eventually.TrueAsync(() => replay.ReplayAsync(Queue, id, Token), "replayed");
        await Eventually.TrueAsync(() => !recorder.Handled.IsEmpty, "handled after replay");
        Assert.Equal(ping, Assert.Single(recorder.Handled));
        Assert.False(await replay.ReplayAsync(Queue, id, Token));
        await OutboxIsEmptyAsync(node);
    }

    [Fact]
    public async Task The_text_of_an_unexpected_exception_stays_inside()
    {
        var letters = new KeptLetters();
        await using var node = await Node.StartAsync(Settings, Token, services => Keep(services, letters));
        await node.ConnectAsync(Queue, new Recorder<Ping>((ping, _) => throw new InvalidOperationException(ping.Text)), Token);

        await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), "jane.doe@example.com", 1), Token);

        await Eventually.TrueAsync(() => !letters.All.IsEmpty, "letter kept");
        Assert.DoesNotContain("jane.doe", letters.All.Values.Single().FaultMessage, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException in Integration.Tests", letters.All.Values.Single().FaultMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_nobody_here_understands_becomes_a_dead_letter()
    {
        var letters = new KeptLetters();
        await using var node = await Node.StartAsync(Settings, Token, services => Keep(services, letters));
        var recorder = new Recorder<Ping>();
        await node.ConnectAsync(Queue, recorder, Token);
        var id = Guid.NewGuid();

        await node.EnqueueAsync(Queue, new Stranger(Guid.NewGuid()), Token, new OutboxSend { MessageId = id });

        await Eventually.TrueAsync(() => letters.All.ContainsKey((Queue, id)), "letter kept");
        Assert.Equal("Nothing in this service handles this type of message.", letters.All[(Queue, id)].FaultMessage);
        Assert.Empty(recorder.Handled);
    }

    [Fact]
    public async Task A_transient_failure_is_tried_until_it_passes()
    {
        var letters = new KeptLetters();
        await using var node = await Node.StartAsync(Settings, Token, services => Keep(services, letters));
        var recorder = new Recorder<Ping>((_, delivery) =>
            delivery <= 6 ? throw new SagaConflictException("Any", Guid.Empty) : Task.CompletedTask);
        await node.ConnectAsync(Queue, recorder, Token);

        await node.EnqueueAsync(Queue, new Ping(Guid.NewGuid(), "late", 1), Token);

        await Eventually.TrueAsync(() => !recorder.Handled.IsEmpty, "handled at last");
        Assert.Equal(7, recorder.Deliveries);
        Assert.Empty(letters.All);
    }

    [Fact]
    public async Task Handled_ids_are_forgotten_after_their_retention_and_not_before()
    {
        Settings["Messaging:InboxRetention"] = "1.00:00:00";
        await using var node = await Node.StartAsync(Settings, Token);
        var old = TimeProvider.System.GetUtcNow().AddDays(-2).ToUnixTimeMilliseconds();
        await node.Database.TransactAsync(
            async (unit, ct) =>
            {
                await node.Get<IInbox>().TakeAsync(unit, new Receipt(Queue, Guid.NewGuid()), ct);
                await unit.ExecuteAsync("INSERT INTO inbox (queue, message_id, taken_at) VALUES ('q', 'old', @old)", new { old }, ct);
            },
            Token);

        await node.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>()
            .OfType<InboxSweep>().Single().SweepAsync(Token);

        Assert.Equal(1, await node.CountAsync("SELECT count(*) FROM inbox", Token));
        Assert.Equal(0, await node.CountAsync("SELECT count(*) FROM inbox WHERE message_id = 'old'", Token));
    }

    private static void Keep(IServiceCollection services, KeptLetters letters)
    {
        services.AddSingleton(letters);
        services.AddSingleton<IDeadLetterSink>(letters);
        services.AddDeadLetterSink<KeptLetters>();
    }

    private static Task OutboxIsEmptyAsync(Node node) => Eventually.TrueAsync(
        async () => await node.CountAsync("SELECT count(*) FROM outbox", Token) == 0, "outbox empty");
}
