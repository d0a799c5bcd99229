using System.Text.Json.Nodes;
using Integration.Connectors.Backfills;
using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Platform.Database;
using Xunit;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>The order lane's reading half with its backfill over a real database, step by step.</summary>
internal sealed class BackfillStage : IAsyncDisposable
{
    private const string Pair = "shop-erp";
    private readonly PairFolder _folder = new();
    private readonly LookReader<Contracts.Orders.Order> _reader;
    private readonly IBackfillLane _lane;
    private readonly bool _writes;

    public BackfillStage(ConnectorBench bench, bool writes, Func<ConnectorBench, IBackfillLane>? lane = null)
    {
        _folder.Write(change: json => json["lanes"] = new JsonObject { ["payments"] = lane is not null });
        (Bench, _writes) = (bench, writes);
        _reader = bench.Reader(new OrderSource(_folder.Connect(Shop), Pair, Shop, bench.OrderStock(_folder), bench.ReturnsInShop, bench.Sent, bench.Timeline, bench.Metrics));
        _lane = lane?.Invoke(bench) ?? new OrderBackfill(new ConnectorShelf([]), [], bench.Clock);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ConnectorBench Bench { get; }

    public FakeShop Shop { get; } = new();

    public WriteOutcome? Failure { get; private set; }

    /// <summary>The process dies between the listing and its commit.</summary>
    public bool DieAtCommit { get; set; }

    public IEnumerable<string> Placed => Bench.Sent.Of<OrderPlaced>().Select(placed => placed.Key.OrderId).Order(StringComparer.Ordinal);

    private BackfillSource Source
    {
        get
        {
            var source = _lane.Of(Shop, _folder.Pair)!;
            return source with { PageAsync = async (since, cursor, ct) => await source.PageAsync(since, cursor, ct) is var page && DieAtCommit ? throw new OperationCanceledException() : page };
        }
    }

    public async Task<string> StartAsync(DateTimeOffset? since, bool dry = false)
    {
        var wanted = new BackfillRun
        {
            Id = Guid.CreateVersion7().ToString(), Pair = Pair, Lane = _lane.Lane, Connection = "shop", DryRun = dry ? 1 : 0,
            Since = (since ?? Source.Since)?.ToUnixMs(), StartedAt = Bench.Clock.UnixMs(),
        };
        return (await Bench.Transact((unit, ct) => BackfillStore.OpenAsync(unit, wanted, ct), Token)).Id;
    }

    /// <summary>One step of the open run, by a process that knows nothing but the database.</summary>
    public async Task<BackfillRun> StepAsync()
    {
        if (_writes) await PassAsync();
        var run = await OpenRunAsync();
        (_, Failure) = await Runner.StepAsync(Source, run, Token);
        return await FindAsync(run.Id);
    }

    public async Task RunAsync(DateTimeOffset? since)
    {
        await StartAsync(since);
        while (await StepAsync() is { EndedAt: null }) await ReadAsync();
        Bench.Clock.Pass(TimeSpan.FromSeconds(1));
    }

    /// <summary>The writing half has taken everything.</summary>
    public Task PassAsync() => Bench.Database.TransactAsync(async (unit, ct) =>
    {
        foreach (var mark in Bench.Sent.Of<BackfillMark>()) await BackfillStore.PassedAsync(unit, new BackfillMarkPassed(mark.Run, mark.Page), ct);
    }, Token);

    public async Task CancelAsync() => await Runner.EndAsync(await OpenRunAsync(), BackfillStates.Cancelled, "enough", Token);

    public async Task ReadAsync()
    {
        Bench.Clock.Pass(TimeSpan.FromSeconds(1));
        while (await _reader.RunAsync(2, Token) is (null, > 0))
        {
        }
    }

    public Task HintAsync(params string[] ids) => Bench.Database.TransactAsync(async (unit, ct) =>
    {
        foreach (var id in ids) await Bench.Book.MarkAsync(unit, new LookKey(Pair, Entities.Order, id), FoundBy.Hint, ct);
    }, Token);

    public Task<IReadOnlyList<LookRow>> DueAsync(int most, int mostBackfilled) =>
        Bench.Database.ReadAsync((unit, ct) => Bench.Book.DueAsync(unit, Pair, Entities.Order, most, mostBackfilled, ct), Token);

    public Task<long> WaitingAsync() => Bench.Database.ReadAsync((unit, ct) => LookBook.BackfilledAsync(unit, Pair, Entities.Order, ct), Token);

    public async Task<BackfillRun> FindAsync(string id) => (await Bench.Database.ReadAsync((unit, ct) => BackfillStore.FindAsync(unit, id, ct), Token))!;

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        _folder.Dispose();
    }

    private BackfillRunner Runner => new(Bench.Database, Bench.Book, Bench.Sent, Bench.Clock);

    private async Task<BackfillRun> OpenRunAsync() => Assert.Single(await Bench.Database.ReadAsync((unit, ct) => BackfillStore.OfConnectionAsync(unit, "shop", ct), Token));
}
