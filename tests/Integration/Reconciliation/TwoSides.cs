using System.Collections.Concurrent;
using System.Globalization;
using Integration.Contracts.Erp;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using Integration.Platform.Messaging;
using Integration.Tests.Integration.Console;
using MassTransit;

namespace Integration.Tests.Integration.Reconciliation;

/// <summary>A storefront's and an ERP's lists in memory, behind the queues of the services that would read them.</summary>
internal sealed class TwoSides : IAsyncDisposable
{
    private const int Page = 500;
    private readonly List<IQueueHandle> _handles = [];

    public ConcurrentDictionary<string, ListedRecord> Store { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, ListedRecord> Erp { get; } = new(StringComparer.Ordinal);

    /// <summary>Lists of other entities; an entity that does not stand here cannot be listed.</summary>
    public ConcurrentDictionary<(string Side, string Entity), IReadOnlyList<ListedRecord>> Others { get; } = new();

    /// <summary>What either end of the stock lane was asked to look at anew.</summary>
    public ConcurrentQueue<(string Queue, RereadRecord Asked)> Reread { get; } = new();

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

    /// <summary>Answers for both sides, or only for one.</summary>
    public async Task ConnectAsync(ConsoleHarness console, CancellationToken ct, string? only = null)
    {
        var queues = console.Get<IQueueHost>();
        foreach (var (side, records) in new[] { (Sides.Store, Store), (Sides.Erp, Erp) }.Where(side => only is null || side.Item1 == only))
        {
            _handles.Add(await queues.ConnectAsync(
                new QueueDefinition { Name = Queues.Lists(ConsoleHarness.Pair, side), Concurrency = 1 },
                (endpoint, _) => endpoint.Handler<ListRecords>(context => AnswerAsync(console, records, context)), ct));
        }

        foreach (var queue in new[] { Queues.Read(ConsoleHarness.Pair, Entities.Stock), Queues.Write(ConsoleHarness.Pair, Entities.Stock) })
        {
            _handles.Add(await queues.ConnectAsync(
                new QueueDefinition { Name = queue, Concurrency = 1 },
                (endpoint, _) => endpoint.Handler<RereadRecord>(context =>
                {
                    Reread.Enqueue((queue, context.Message));
                    return Task.CompletedTask;
                }),
                ct));
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

    /// <summary>Stops answering, as when the console's process goes.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var handle in _handles) await handle.DisposeAsync();
        _handles.Clear();
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

    private RecordsListed Answer(ConcurrentDictionary<string, ListedRecord> side, ListRecords asked)
    {
        var answer = new RecordsListed { Run = asked.Run, Side = asked.Side, Entity = asked.Entity, Pass = asked.Pass, Part = asked.Part };
        if (Others.TryGetValue((asked.Side, asked.Entity), out var others)) return answer with { Records = others };
        if (asked.Entity != Entities.Order) return answer with { Supported = false, Problem = $"There is no list of {asked.Entity}." };
        var from = asked.Cursor is null ? 0 : int.Parse(asked.Cursor, CultureInfo.InvariantCulture);
        var all = side.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value).ToList();
        return answer with { Records = [.. all.Skip(from).Take(Page)], Next = from + Page < all.Count ? $"{from + Page}" : null };
    }
}
