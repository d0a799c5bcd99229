using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Lanes.Stock.Writing;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Skus;
using Integration.Contracts.Stock;
using Integration.Platform.Database;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

/// <summary>What customers do between the calls of the one that sets levels.</summary>
public sealed class StockWritingTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private const string Pair = "shop-erp";
    private const string Sku = "MUG-ŁÓDŹ";
    private const int Supply = 2;

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task What_an_order_gives_back_is_not_offered_again_beside_a_sale_that_took_as_much(string database)
    {
        await using var stage = await StageAsync(database);
        stage.Floor.Sell("7", 2);
        await stage.StepAsync();

        await SellWhatWasGivenBackAsync(stage, "7");

        Assert.Equal((Supply, 0), (stage.Floor.Sold, stage.Floor.Level));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Not_even_when_that_order_had_never_been_seen_before(string database)
    {
        await using var stage = await StageAsync(database);
        await stage.StepAsync();
        stage.Floor.Sell("7", 2);

        await SellWhatWasGivenBackAsync(stage, "7");

        Assert.Equal((Supply, 0), (stage.Floor.Sold, stage.Floor.Level));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Goods_that_arrive_are_offered_and_what_was_given_back_before_is_too(string database)
    {
        await using var stage = await StageAsync(database);
        stage.Floor.Sell("7", 2);
        await stage.StepAsync();
        stage.Floor.Cancel("7");
        await stage.ArriveAsync(2, Supply + 3);

        await stage.StepAsync();

        Assert.Equal(Supply + 3, stage.Floor.Level);
    }

    // Cancelled after the level was read, so that the list of orders says so; sold again after that list.
    private static async Task SellWhatWasGivenBackAsync(Stage stage, string order)
    {
        stage.Floor.AfterLevels = () => stage.Floor.Cancel(order);
        stage.Floor.AfterSale = () => stage.Floor.Sell("8", 2);
        await stage.ForceAsync();
        await stage.StepAsync();
        await stage.StepAsync();
        Assert.Null(stage.Floor.AfterSale);
    }

    private async Task<Stage> StageAsync(string database)
    {
        var stage = new Stage(await OpenAsync(database));
        await stage.StartAsync();
        return stage;
    }

    private sealed class Stage : IAsyncDisposable
    {
        private readonly ConnectorBench _bench;
        private readonly PairFolder _folder = new();
        private readonly StockWriter _writer;

        public Stage(ConnectorBench bench)
        {
            _bench = bench;
            _folder.Write(change: json => json["lanes"] = new System.Text.Json.Nodes.JsonObject { ["stock"] = true });
            var shop = new FakeShop();
            Floor = new FakeFloor(shop, bench.Clock, Sku);
            (shop.StockLevels, shop.Sales) = (Floor, Floor);
            Floor.Start(Supply);
            _writer = new StockWriter(
                bench.Database, bench.Levels, Reservations, new SkuMap(bench.Database, bench.Clock), new StockReport(bench.Timeline), bench.Metrics, bench.Clock, _folder.Connect(shop), shop, Pair);
        }

        public FakeFloor Floor { get; }

        private Reservations Reservations => new(_bench.Levels, _bench.Clock);

        /// <summary>The ERP has the supply, and the order lane's first sweep came to its end.</summary>
        public async Task StartAsync()
        {
            await _bench.Database.TransactAsync((unit, ct) => unit.ExecuteAsync(
                "INSERT INTO sweep (scope, entity, watermark, finished_at) VALUES (@Pair, 'order', @now, @now)", new { Pair, now = _bench.Clock.UnixMs() }, ct), Token);
            await ArriveAsync(1, Supply);
        }

        public Task ArriveAsync(long ticket, decimal pieces) => _bench.Database.TransactAsync((unit, ct) => new StockArrivals(_bench.Levels, _bench.Metrics, _bench.Clock).StoreAsync(
            unit, new StockRead(Pair, ticket, [new StockFigure { Sku = Sku, Places = new Dictionary<string, decimal> { ["MAIN"] = pieces } }]), ct), Token);

        public Task ForceAsync() => _bench.Database.TransactAsync((unit, ct) => _bench.Levels.MarkAsync(unit, Pair, [Sku], soldOrBack: true, forced: true, ct), Token);

        public async Task StepAsync()
        {
            _bench.Clock.Pass(TimeSpan.FromSeconds(5));
            Assert.Null((await _writer.StepAsync(_folder.Pair, new StockLane(), new ComparedLevels(Floor), Token)).Failure);
        }

        public async ValueTask DisposeAsync()
        {
            await _bench.DisposeAsync();
            _folder.Dispose();
        }
    }
}
