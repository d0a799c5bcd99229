using System.Globalization;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using MassTransit;
using Microsoft.Extensions.Hosting;

namespace Integration.Run.Bench.Backfill;

/// <summary>Stands for everything behind the reading half: takes what it sends, counts in the database how often each record came, and sends the backfill's marks back.</summary>
internal sealed class BackfillTaker(IQueueHost queues, IDatabase database, IInbox inbox, IOutbox outbox, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.TransactAsync(
            (unit, ct) => unit.ExecuteAsync("CREATE TABLE IF NOT EXISTS bench_taken (id text NOT NULL PRIMARY KEY, times integer NOT NULL, after_ms bigint NOT NULL)", null, ct), stoppingToken);
        await using var saga = await queues.ConnectAsync(
            new QueueDefinition { Name = Queues.OrderToCash(BackfillService.Pair) }, (endpoint, _) => Take<OrderPlaced>(endpoint, PlacedAsync), stoppingToken);
        await using var submit = await queues.ConnectAsync(
            new QueueDefinition { Name = Queues.OrdersSubmit(BackfillService.Pair) },
            (endpoint, _) => Take<BackfillMark>(endpoint, (unit, mark, ct) => outbox.EnqueueAsync(unit, mark.ReplyTo, new BackfillMarkPassed(mark.Run, mark.Page), ct)), stoppingToken);
        await using var console = await queues.ConnectAsync(new QueueDefinition { Name = Queues.Console }, (endpoint, _) =>
        {
            Take<ActivityRecorded>(endpoint);
            Take<ConnectionReported>(endpoint);
            Take<LaneReported>(endpoint);
            Take<BackfillReported>(endpoint);
            Take<AttentionRaised>(endpoint);
            Take<AttentionCleared>(endpoint);
        }, stoppingToken);
        await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Take<T>(IReceiveEndpointConfigurator endpoint, Func<IUnit, T, CancellationToken, Task>? work = null) where T : class =>
        endpoint.Handler<T>(context => database.TransactAsync(
            async (unit, ct) =>
            {
                if (await inbox.TakeAsync(unit, Receipt.From(context), ct) && work is not null) await work(unit, context.Message, ct);
            },
            context.CancellationToken));

    private Task PlacedAsync(IUnit unit, OrderPlaced placed, CancellationToken ct)
    {
        var id = placed.Key.OrderId;
        var after = id.StartsWith(SyntheticShop.Live, StringComparison.Ordinal)
            ? time.UnixMs() - long.Parse(id.AsSpan(SyntheticShop.Live.Length), CultureInfo.InvariantCulture)
            : 0;
        return unit.ExecuteAsync("INSERT INTO bench_taken (id, times, after_ms) VALUES (@id, 1, @after) ON CONFLICT (id) DO UPDATE SET times = bench_taken.times + 1", new { id, after }, ct);
    }
}
