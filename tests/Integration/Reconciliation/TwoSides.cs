using System.Collections.Concurrent;
using System.Globalization;
using Integration.Contracts.Erp;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Tests.Integration.Console;
using MassTransit;

namespace Integration.Tests.Integration.Reconciliation;

/// <summary>A storefront's and an ERP's order lists in memory, behind the queues of the services that would read them.</summary>
internal sealed class TwoSides : IAsyncDisposable
{
    private const int Page = 500;
    private readonly List<IQueueHandle> _handles = [];

    public ConcurrentDictionary<string, ListedRecord> Store { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, ListedRecord> Erp { get; } = new(StringComparer.Ordinal);

    /// <summary>References that were asked to be written again.</summary>
    public ConcurrentQueue<string> Restored { get; } = new();

    /// <summary>Questions that came, answered or not.</summary>
    public ConcurrentQueue<ListRecords> Asked { get; } = new();

    /// <summary>Called before an answer; what it gives in place of null is answered.</summary>
    public Func<ListRecords, RecordsListed?>? Instead { get; set; }

    /// <summary>Whether an order that is asked for comes back.</summary>
    public bool Heals { get; set; } = true;

    /// <summary>An order on both sides.</summary>
    public void Add(int number, DateTimeOffset at, decimal amount = 10m)
    {
        Store[Key(number)] = Order(number, at, amount);
        Erp[Key(number)] = Order(number, at, amount) with { Id = $"WO/{number}" };
    }

    public static string Key(int number) => $"XC1-{number.ToString(CultureInfo.InvariantCulture)}";

    public async Task ConnectAsync(ConsoleHarness console, CancellationToken ct)
    {
        var queues = console.Get<IQueueHost>();
        foreach (var (side, records) in new[] { (Sides.Store, Store), (Sides.Erp, Erp) })
        {
            _handles.Add(await queues.ConnectAsync(
                new QueueDefinition { Name = Queues.Lists(ConsoleHarness.Pair, side), Concurrency = 1 },
                (endpoint, _) => endpoint.Handler<ListRecords>(context => AnswerAsync(console, records, context)), ct));
        }

        _handles.Add(await queues.ConnectAsync(
            new QueueDefinition { Name = Queues.OrdersSubmit(ConsoleHarness.Pair), Concurrency = 1 },
            (endpoint, _) => endpoint.Handler<RestoreSalesOrder>(context =>
            {
                var reference = context.Message.Reference;
                Restored.Enqueue(reference);
                if (Heals) Erp[reference] = Store[reference] with { Id = $"WO/again-{reference}" };
                return Task.CompletedTask;
            }),
            ct));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var handle in _handles) await handle.DisposeAsync();
    }

    private static ListedRecord Order(int number, DateTimeOffset at, decimal amount) => new()
    {
        Key = Key(number), Id = $"{number}", Number = $"{number}", Amount = amount, Currency = "EUR", At = at, ChangedAt = at,
    };

    private async Task AnswerAsync(ConsoleHarness console, ConcurrentDictionary<string, ListedRecord> side, ConsumeContext<ListRecords> context)
    {
        var asked = context.Message;
        Asked.Enqueue(asked);
        var answer = Instead?.Invoke(asked) ?? Answer(side, asked);
        await console.Database.TransactAsync(
            async (unit, ct) =>
            {
                if (await console.Get<IInbox>().TakeAsync(unit, Receipt.From(context), ct)) await console.Get<IOutbox>().EnqueueAsync(unit, Queues.Reconciliation, answer, ct);
            },
            context.CancellationToken);
    }

    private static RecordsListed Answer(ConcurrentDictionary<string, ListedRecord> side, ListRecords asked)
    {
        var answer = new RecordsListed { Run = asked.Run, Side = asked.Side, Entity = asked.Entity, Pass = asked.Pass, Part = asked.Part };
        if (asked.Entity != Entities.Order) return answer with { Supported = false };
        var from = asked.Cursor is null ? 0 : int.Parse(asked.Cursor, CultureInfo.InvariantCulture);
        var all = side.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value).ToList();
        return answer with { Records = [.. all.Skip(from).Take(Page)], Next = from + Page < all.Count ? $"{from + Page}" : null };
    }
}
