using Integration.Connectors.Lanes.Stock.Reading;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Lanes.Stock.Writing;
using Integration.Connectors.Pairs.Lanes;
using Integration.Contracts.Orders;
using Integration.Contracts.Stock;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

/// <summary>What a pair's gateway makes of readings, orders of all shops, and the ERP's word that it counts them, in whatever order they come.</summary>
public sealed class StockReckoningTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private const string Pair = "shop-erp";
    private const string Sku = "MUG-ŁÓDŹ";
    private static readonly OrderKey Mine = new(Pair, "8");
    private static readonly OrderKey Theirs = new("other-shop", "8");

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task An_order_is_deducted_until_a_reading_begun_after_the_erp_counted_it(string database)
    {
        await using var bench = await OpenAsync(database);
        await ReadAsync(bench, 5, 10);
        await TakeAsync(bench, Mine, 1, 3);
        Assert.Equal(7, await TargetAsync(bench));

        await CountAsync(bench, Mine, 7, 3);
        Assert.Equal(7, await TargetAsync(bench));
        await ReadAsync(bench, 6, 7);
        Assert.Equal(4, await TargetAsync(bench));
        await ReadAsync(bench, 8, 7);
        Assert.Equal(7, await TargetAsync(bench));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task An_older_reading_never_wins_and_one_with_a_higher_stamp_does(string database)
    {
        await using var bench = await OpenAsync(database);
        await ReadAsync(bench, 5, 10);
        await ReadAsync(bench, 4, 99);
        Assert.Equal(10, await TargetAsync(bench));

        await ReadAsync(bench, 6, 20, stamp: 1_000);
        await ReadAsync(bench, 8, 30, stamp: 900);
        Assert.Equal(20, await TargetAsync(bench));
        await ReadAsync(bench, 7, 40, stamp: 1_100);
        Assert.Equal(40, await TargetAsync(bench));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Another_shops_order_counts_also_when_the_erps_word_comes_first(string database)
    {
        await using var bench = await OpenAsync(database);
        await ReadAsync(bench, 5, 10);
        await CountAsync(bench, Theirs, 6, 4);
        await TakeAsync(bench, Theirs, 1, 4);
        Assert.Equal(6, await TargetAsync(bench));
        await ReadAsync(bench, 9, 6);
        Assert.Equal(6, await TargetAsync(bench));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Pieces_added_after_submission_are_deducted_until_the_erp_holds_them(string database)
    {
        await using var bench = await OpenAsync(database);
        await TakeAsync(bench, Mine, 1, 2);
        await CountAsync(bench, Mine, 3, 2);
        await ReadAsync(bench, 4, 8);
        await TakeAsync(bench, Mine, 2, 5);
        Assert.Equal(5, await TargetAsync(bench));

        await CountAsync(bench, Mine, 6, 5);
        await ReadAsync(bench, 7, 5);
        Assert.Equal(5, await TargetAsync(bench));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_cancelled_order_gives_back_a_held_one_is_deducted_again_and_an_old_snapshot_changes_nothing(string database)
    {
        await using var bench = await OpenAsync(database);
        await TakeAsync(bench, Mine, 2, 3);
        await CountAsync(bench, Mine, 1, 3);
        await ReadAsync(bench, 4, 10);
        Assert.Equal(10, await TargetAsync(bench));
        await CountAsync(bench, Mine, 5, 3, counts: false);
        Assert.Equal(7, await TargetAsync(bench));

        await TakeAsync(bench, Mine, 3);
        Assert.Equal(10, await TargetAsync(bench));
        await TakeAsync(bench, Mine, 2, 3);
        Assert.Equal(10, await TargetAsync(bench));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task The_erps_older_word_about_an_order_changes_nothing_when_it_comes_late(string database)
    {
        await using var bench = await OpenAsync(database);
        await TakeAsync(bench, Mine, 1, 3);
        await CountAsync(bench, Mine, 5, 3, counts: false);
        await CountAsync(bench, Mine, 2, 3);
        await ReadAsync(bench, 6, 10);
        Assert.Equal(7, await TargetAsync(bench));

        await CountAsync(bench, Mine, 7, 3);
        await CountAsync(bench, Mine, 5, 3, counts: false);
        await ReadAsync(bench, 8, 10);
        Assert.Equal(10, await TargetAsync(bench));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Warehouses_safety_stock_and_packs_make_the_level_and_it_is_never_negative(string database)
    {
        await using var bench = await OpenAsync(database);
        await bench.Transact(async (unit, ct) =>
        {
            await Arrivals(bench).StoreAsync(unit, new StockRead(Pair, 1, [new StockFigure
            {
                Sku = Sku, Places = new Dictionary<string, decimal> { ["MAIN"] = 45.5m, ["EAST"] = 30, ["RETURNS"] = 100 }, ItemClass = "FRAGILE",
            }]), ct);
            return 0;
        }, Token);
        var lane = new StockLane { Warehouses = ["main", "EAST"], Packs = new Dictionary<string, decimal> { [Sku] = 10 }, SafetyByClass = new Dictionary<string, decimal> { ["FRAGILE"] = 2 } };
        await TakeAsync(bench, Mine, 1, 1);

        Assert.Equal(4, await TargetAsync(bench, lane));
        Assert.Equal(0, await TargetAsync(bench, lane with { SafetyBySku = new Dictionary<string, decimal> { [Sku] = 50 } }));
        Assert.Equal(0, await TargetAsync(bench, lane with { Warehouses = ["WEST"], SafetyByClass = new Dictionary<string, decimal>() }));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_reading_that_changes_nothing_marks_nothing_and_a_sale_marks_its_sku(string database)
    {
        await using var bench = await OpenAsync(database);
        await ReadAsync(bench, 1, 10);
        var row = Assert.Single(await DueAsync(bench));
        await bench.Transact(async (unit, ct) =>
        {
            await StockLevels.EndAsync(unit, Pair, row, new LevelEnd { Written = 10 }, ct);
            return 0;
        }, Token);
        await ReadAsync(bench, 2, 10);
        Assert.Empty(await DueAsync(bench));

        await TakeAsync(bench, Mine, 1, 1);
        Assert.Null(Assert.Single(await DueAsync(bench)).Written);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_reading_that_changes_nothing_makes_those_before_it_older_and_contains_what_they_did_not(string database)
    {
        await using var bench = await OpenAsync(database);
        await TakeAsync(bench, Mine, 1, 3);
        await CountAsync(bench, Mine, 4, 3);
        await ReadAsync(bench, 1, 10);
        Assert.Equal(7, await TargetAsync(bench));

        await ReadAsync(bench, 2, 10);
        await ReadAsync(bench, 3, 10);
        await ReadAsync(bench, 2, 99);
        Assert.Equal(7, await TargetAsync(bench));

        await ReadAsync(bench, 5, 10);
        Assert.Equal(10, await TargetAsync(bench));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Numbers_of_one_connection_rise_and_those_of_another_are_their_own(string database)
    {
        await using var bench = await OpenAsync(database);
        var tickets = new StockTickets(bench.Database);

        Assert.Equal(1, await tickets.NextAsync("erp", Token));
        Assert.Equal(2, await tickets.NextAsync("erp", Token));
        Assert.Equal(1, await tickets.NextAsync("other", Token));
    }

    private static StockArrivals Arrivals(ConnectorBench bench) => new(bench.Levels, bench.Metrics, bench.Clock);

    private static Reservations Reserved(ConnectorBench bench) => new(bench.Levels, bench.Clock);

    private static Task<int> ReadAsync(ConnectorBench bench, long ticket, decimal pieces, long? stamp = null) => bench.Transact(async (unit, ct) =>
    {
        await Arrivals(bench).StoreAsync(unit, new StockRead(Pair, ticket, [new StockFigure
        {
            Sku = Sku, Places = new Dictionary<string, decimal> { ["MAIN"] = pieces }, StampedAt = stamp is { } at ? DateTimeOffset.FromUnixTimeSeconds(at) : null,
        }]), ct);
        return 0;
    }, Token);

    private static Task<bool> TakeAsync(ConnectorBench bench, OrderKey key, long sequence, params IReadOnlyList<decimal> pieces) => bench.Transact(
        (unit, ct) => Reserved(bench).TakeAsync(unit, Pair, key, sequence, [.. pieces.Select(quantity => new StockLine(Sku, quantity))], ct), Token);

    private static Task<int> CountAsync(ConnectorBench bench, OrderKey key, long ticket, decimal pieces, bool counts = true) => bench.Transact(async (unit, ct) =>
    {
        await Reserved(bench).CountAsync(unit, new OrderCounted(Pair, key, counts, ticket, [new StockLine(Sku, pieces)]), ct);
        return 0;
    }, Token);

    private static Task<IReadOnlyList<LevelRow>> DueAsync(ConnectorBench bench) => bench.Transact((unit, ct) => bench.Levels.DueAsync(unit, Pair, 10, ct), Token);

    private static async Task<long?> TargetAsync(ConnectorBench bench, StockLane? lane = null)
    {
        var (rows, reserved) = await bench.Transact(async (unit, ct) => (await StockLevels.OfAsync(unit, Pair, [Sku], ct), await Reservations.OfAsync(unit, Pair, [Sku], ct)), Token);
        return Reckoning.Of(lane ?? new StockLane(), rows[Sku], reserved[Sku])?.Target;
    }
}
