using System.Net;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Tests.Servers;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Integration.Tests.Integration.Console;

public abstract class DeadLetterTests(BrokerFixture? brokers, PostgresFixture? databases) : ConsoleTests(brokers, databases)
{
    private const string Queue = "shop-erp.work";
    private volatile bool _isBroken = true;
    private int _handled;

    [Fact]
    public async Task A_message_given_up_is_listed_with_its_cause_and_a_retry_puts_it_back_to_work()
    {
        await using var queue = await FailingQueueAsync();
        await SendAsync();

        await Eventually.TrueAsync(async () => (await Console.AttentionAsync()).Count == 1, "letter listed");
        var entry = await Console.OnlyAttentionAsync("?class=dead-letter");
        Assert.Equal(("shop-erp", "order id 42", Queue), (entry.GetProperty("pair").GetString(), entry.GetProperty("number").GetString(), entry.GetProperty("lane").GetString()));
        Assert.Equal(
            ["ResubmitOrder was given up on shop-erp.work: handling it failed again and again.", $"{typeof(PlainFaultException).FullName}: No rule for it."],
            entry.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("message").GetString()));

        _isBroken = false;
        var action = new { key = entry.GetProperty("key").GetString(), version = entry.GetProperty("version").GetInt32() };
        var answers = await Task.WhenAll(Console.PostAsync("/api/attention/retry", action), Console.PostAsync("/api/attention/retry", action));

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        await Eventually.TrueAsync(() => _handled == 1, "handled once after the retry");
        Assert.Empty(await Console.AttentionAsync());
        Assert.Equal("Put back on shop-erp.work by Ada.", (await Console.OnlyAttentionAsync("?state=settled")).GetProperty("note").GetString());
    }

    [Fact]
    public async Task Given_up_again_after_a_retry_it_is_listed_again()
    {
        await using var queue = await FailingQueueAsync();
        await SendAsync();
        await Eventually.TrueAsync(async () => (await Console.AttentionAsync()).Count == 1, "letter listed");
        var key = (await Console.OnlyAttentionAsync()).GetProperty("key").GetString();

        // The letter is listed a moment before its message rests in the dead-letter queue.
        await Eventually.TrueAsync(async () =>
        {
            using var answer = await Console.PostAsync("/api/attention/retry", new { key });
            return answer.StatusCode == HttpStatusCode.NoContent;
        }, "put back");

        await Eventually.TrueAsync(async () => (await Console.AttentionAsync("?state=open")) is [var entry] && entry.GetProperty("times").GetInt32() == 2, "listed again");
    }

    [Fact]
    public async Task A_letter_that_the_broker_no_longer_holds_stays_listed_and_says_so()
    {
        await using var queue = await FailingQueueAsync();
        await Console.Get<IDeadLetterSink>().StoreAsync(
            new DeadLetter { Queue = Queue, MessageId = Guid.NewGuid(), Body = "<html>", Reason = "expired", At = Reports.At(0) }, Ct);
        var entry = await Console.OnlyAttentionAsync();

        using var answer = await Console.PostAsync("/api/attention/retry", new { key = entry.GetProperty("key").GetString() });

        await RefusedAsync(answer, HttpStatusCode.UnprocessableEntity, "no longer holds this message");
        Assert.Equal("open", (await Console.OnlyAttentionAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_same_letter_delivered_twice_is_one_entry_even_when_it_was_settled_between()
    {
        var letter = new DeadLetter { Queue = Queue, MessageId = Guid.NewGuid(), Body = "{}", Reason = "delivery_limit", At = Reports.At(0) };
        var sink = Console.Get<IDeadLetterSink>();
        await sink.StoreAsync(letter, Ct);
        await sink.StoreAsync(letter, Ct);
        var entry = await Console.OnlyAttentionAsync();
        Assert.Equal(1, entry.GetProperty("times").GetInt32());

        using var settled = await Console.PostAsync("/api/attention/settle", new { key = entry.GetProperty("key").GetString() });
        await sink.StoreAsync(letter, Ct);

        Assert.Empty(await Console.AttentionAsync());
    }

    private Task<Guid> SendAsync() => Console.Database.TransactAsync(
        (unit, ct) => Console.Get<IOutbox>().EnqueueAsync(unit, Queue, new ResubmitOrder(new OrderKey("shop-erp", "42"), "Ada"), ct), Ct);

    private Task<IQueueHandle> FailingQueueAsync() => Console.Get<IQueueHost>().ConnectAsync(
        new QueueDefinition { Name = Queue, Concurrency = 1 },
        (endpoint, services) => endpoint.Handler<ResubmitOrder>(context =>
        {
            if (_isBroken) throw new PlainFaultException("No rule for it.");
            var (database, inbox) = (services.GetRequiredService<IDatabase>(), services.GetRequiredService<IInbox>());
            return database.TransactAsync(async (unit, ct) =>
            {
                if (await inbox.TakeAsync(unit, Receipt.From(context), ct)) unit.AfterCommit(() => Interlocked.Increment(ref _handled));
            }, context.CancellationToken);
        }),
        Ct);
}
