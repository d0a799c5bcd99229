using System.Text.Json.Nodes;
using Integration.Connectors.Backfills;
using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Stock;
using Integration.Connectors.Lanes.Stock.Reading;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Lanes.Stock.Writing;
using Integration.Contracts.Operations;
using Integration.Contracts.Stock;
using Integration.Platform.Database;
using Integration.Tests.Compliance.Connectors.Hosted;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

/// <summary>Everything that the ERP lists is read again and compared with the shop, whatever was known of it.</summary>
public sealed class BackfillOfStockTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private const string Pair = "shop-erp";

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Every_sku_is_read_once_a_page_at_a_time_through_two_kills_and_looked_at_in_the_shop_though_nothing_changed(string database)
    {
        await using var stage = new Stage(await OpenAsync(database), 25);
        await stage.KnownAsync();
        await stage.StartAsync(dry: false);

        stage.DieAtCommit = true;
        await Assert.ThrowsAsync<OperationCanceledException>(stage.StepAsync);
        stage.DieAtCommit = false;
        await stage.StepAsync();
        while (await stage.StepAsync() is { EndedAt: null }) await stage.ReadAsync();

        Assert.Equal(["", "", "10", "20"], stage.Stock.Asked);
        Assert.All(stage.Bench.Sent.Of<StockRead>(), read => Assert.True(read.Compare));
        Assert.Equal(stage.Stock.Figures.Keys, stage.Bench.Sent.Of<StockRead>().SelectMany(read => read.Figures).Select(figure => figure.Sku).Order(StringComparer.Ordinal));
        await stage.ArriveAsync();
        Assert.All(await stage.RowsAsync(), row => Assert.Equal((1, true), (row.Forced, row.Dirty > 0)));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_sweep_compares_nothing_that_did_not_change(string database)
    {
        await using var stage = new Stage(await OpenAsync(database), 3);
        await stage.KnownAsync();
        await stage.MarkAsync("SKU-łódź-02");

        await stage.ReadAsync();
        await stage.ArriveAsync();

        Assert.False(Assert.Single(stage.Bench.Sent.Of<StockRead>()).Compare);
        Assert.All(await stage.RowsAsync(), row => Assert.Equal((0, 0), (row.Forced, row.Dirty)));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_dry_run_counts_the_skus_and_the_levels_that_would_change(string database)
    {
        await using var stage = new Stage(await OpenAsync(database), 25);
        await stage.KnownAsync();
        stage.Stock.Figures["SKU-łódź-03"] = 99m;
        stage.Stock.Figures["SKU-łódź-30"] = 1m;
        await stage.StartAsync(dry: true);
        BackfillRun end;
        do end = await stage.StepAsync();
        while (end.EndedAt is null);

        Assert.Equal((26, 2, 24, 0), (end.Listed, end.Sent, end.LeftOut, end.Problems));
        Assert.Empty(stage.Bench.Sent.Of<StockRead>());
    }

    private sealed class Stage : IAsyncDisposable
    {
        private readonly PairFolder _folder = new();
        private readonly FakeErp _erp = new();
        private readonly Connected _connected;
        private readonly StockBackfill _lane;
        private readonly SkuReader _reader;

        public Stage(ConnectorBench bench, int skus)
        {
            Bench = bench;
            _folder.Write(change: json => json["lanes"] = new JsonObject { ["stock"] = true });
            _erp.Stock = Stock;
            _connected = _folder.Connect(_erp);
            for (var at = 1; at <= skus; at++) Stock.Figures[$"SKU-łódź-{at:00}"] = at;
            _lane = new StockBackfill(bench.Database, [new FakeFactory("fake-shop", new FakeShop())]);
            var tickets = new StockTickets(bench.Database);
            _reader = new SkuReader(bench.Database, bench.Book, new Integration.Connectors.Looks.LookSignal(), tickets, new StockFeed(new StockPairs(_folder.Catalog), bench.Sent), bench.Clock);
        }

        private static CancellationToken Ct => TestContext.Current.CancellationToken;

        public ConnectorBench Bench { get; }
        public FakeStock Stock { get; } = new();
        public bool DieAtCommit { get; set; }

        /// <summary>The gateway has all figures, and the shop shows them.</summary>
        public async Task KnownAsync()
        {
            var figures = ((Integration.Connectors.Ports.ErpStockReading.Read)await Stock.ReadAsync([.. Stock.Figures.Keys], Ct)).Figures;
            await StoreAsync(new StockRead(Pair, 0, figures));
            await Bench.Database.TransactAsync((unit, ct) => unit.ExecuteAsync("UPDATE stock_level SET dirty = 0, written = CAST(substr(sku, length(sku) - 1) AS bigint)", null, ct), Ct);
        }

        public Task<BackfillRun> StartAsync(bool dry) => Bench.Transact((unit, ct) => BackfillStore.OpenAsync(unit, new BackfillRun
        {
            Id = Guid.CreateVersion7().ToString(), Pair = Pair, Lane = "stock", Connection = "erp", DryRun = dry ? 1 : 0, StartedAt = Bench.Clock.UnixMs(),
        }, ct), Ct);

        /// <summary>One step of the open run, by a process that knows nothing but the database; the gateway has taken what was sent.</summary>
        public async Task<BackfillRun> StepAsync()
        {
            await Bench.Database.TransactAsync(async (unit, ct) =>
            {
                foreach (var mark in Bench.Sent.Of<BackfillMark>()) await BackfillStore.PassedAsync(unit, new BackfillMarkPassed(mark.Run, mark.Page), ct);
            }, Ct);
            var run = Assert.Single(await Bench.Database.ReadAsync((unit, ct) => BackfillStore.OfConnectionAsync(unit, "erp", ct), Ct));
            var source = _lane.Of(_erp, _folder.Pair)!;
            source = source with { PageAsync = async (since, cursor, ct) => await _lane.Of(_erp, _folder.Pair)!.PageAsync(since, cursor, ct) is var page && DieAtCommit ? throw new OperationCanceledException() : page };
            await new BackfillRunner(Bench.Database, Bench.Book, Bench.Sent, Bench.Clock).StepAsync(source, run, Ct);
            return (await Bench.Database.ReadAsync((unit, ct) => BackfillStore.FindAsync(unit, run.Id, ct), Ct))!;
        }

        public async Task ReadAsync()
        {
            Bench.Clock.Pass(TimeSpan.FromSeconds(1));
            while (await _reader.StepAsync(_connected, Stock, Ct) is (> 0, null))
            {
            }
        }

        public Task MarkAsync(string sku) => Bench.Database.TransactAsync((unit, ct) => Bench.Book.MarkAsync(
            unit, new Integration.Connectors.Looks.LookKey(Integration.Connectors.Looks.LookKey.OfConnection("erp"), "stock", sku), "sweep", ct), Ct);

        public async Task ArriveAsync()
        {
            foreach (var read in Bench.Sent.Of<StockRead>()) await StoreAsync(read);
        }

        public Task<IReadOnlyList<LevelRow>> RowsAsync() => Bench.Database.ReadAsync(
            async (unit, ct) => (IReadOnlyList<LevelRow>)[.. (await StockLevels.OfAsync(unit, Pair, [.. Stock.Figures.Keys], ct)).Values], Ct);

        public async ValueTask DisposeAsync()
        {
            await Bench.DisposeAsync();
            _folder.Dispose();
        }

        private Task StoreAsync(StockRead read) =>
            Bench.Database.TransactAsync((unit, ct) => new StockArrivals(Bench.Levels, Bench.Metrics, Bench.Clock).StoreAsync(unit, read, ct), Ct);
    }
}
