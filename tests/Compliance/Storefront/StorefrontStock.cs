using Integration.Connectors.Ports;
using Xunit;

namespace Integration.Tests.Compliance.Storefront;

/// <summary>Setting stock without overwriting sales, for every storefront connector that can.</summary>
public abstract class StorefrontStock
{
    private const string Sku = "MUG-01";

    private protected abstract Task<StorefrontStage> StageAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_level_is_set_only_while_it_is_what_was_read()
    {
        await using var stage = await StageAsync();
        var (stock, level) = await LevelAsync(stage);

        Assert.True(stage.Storefront.Capabilities.CompareAndSetStock);
        Assert.Equal(new StockResult.Set(level.Amount + 5), await SetAsync(stock, level, level.Amount, level.Amount + 5));
        Assert.Equal(new StockResult.Unchanged(level.Amount + 5), await SetAsync(stock, level, level.Amount + 5, level.Amount + 5));
        Assert.Equal(new StockResult.Conflict(level.Amount + 5), await SetAsync(stock, level, level.Amount, 1));
        Assert.Equal(level.Amount + 5, (await LevelAsync(stage)).Level.Amount);
    }

    [Fact]
    public async Task A_sale_in_between_is_never_overwritten()
    {
        await using var stage = await StageAsync();
        var (stock, level) = await LevelAsync(stage);
        await stage.PlaceAsync(new StagedOrder { Lines = [(Sku, 3)] });

        Assert.Equal(new StockResult.Conflict(level.Amount - 3), await SetAsync(stock, level, level.Amount, level.Amount + 100));
        Assert.Equal(level.Amount - 3, (await LevelAsync(stage)).Level.Amount);
    }

    [Fact]
    public async Task Many_writers_lose_no_piece()
    {
        await using var stage = await StageAsync();
        var (stock, level) = await LevelAsync(stage);

        await Parallel.ForEachAsync(Enumerable.Range(0, 40), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Ct }, async (_, _) =>
        {
            var known = level.Amount;
            while (await SetAsync(stock, level, known, known + 1) is StockResult.Conflict conflict) known = conflict.Actual;
        });
        Assert.Equal(level.Amount + 40, (await LevelAsync(stage)).Level.Amount);
    }

    [Fact]
    public async Task What_does_not_exist_is_unknown_and_gives_no_level()
    {
        await using var stage = await StageAsync();
        var (stock, level) = await LevelAsync(stage);
        var changes = new[] { new StockChange(new StockItem("987654"), 1, 2), new StockChange(level.Item, level.Amount, level.Amount + 1), new StockChange(level.Item with { Variant = "987654" }, 1, 2) };

        Assert.Equal([new StockResult.Unknown(), new StockResult.Set(level.Amount + 1), new StockResult.Unknown()], await stock.CompareAndSetAsync(changes, Ct));
        Assert.Empty(Assert.IsType<StockReading.Read>(await stock.ReadAsync(["NO-SUCH-SKU"], Ct)).Levels);
    }

    [Fact]
    public async Task Products_are_read_with_their_variants()
    {
        await using var stage = await StageAsync();
        var (stock, level) = await LevelAsync(stage);

        Assert.Contains(level, Assert.IsType<StockReading.Read>(await stock.ReadProductsAsync([level.Item.Product], Ct)).Levels);
    }

    [Fact]
    public async Task A_shop_that_is_down_sets_nothing_and_says_so()
    {
        await using var stage = await StageAsync();
        var (stock, level) = await LevelAsync(stage);
        stage.Make(Trouble.Down);

        Assert.IsType<StockReading.Failed>(await stock.ReadAsync([Sku], Ct));
        Assert.IsType<StockResult.Failed>(await SetAsync(stock, level, level.Amount, 1));
    }

    private static async Task<(IStockLevels Stock, StockLevel Level)> LevelAsync(StorefrontStage stage)
    {
        var stock = Assert.IsType<IStockLevels>(stage.Storefront.StockLevels, exactMatch: false);
        return (stock, Assert.Single(Assert.IsType<StockReading.Read>(await stock.ReadAsync([Sku], Ct)).Levels));
    }

    private static async Task<StockResult> SetAsync(IStockLevels stock, StockLevel level, long from, long to) =>
        Assert.Single(await stock.CompareAndSetAsync([new StockChange(level.Item, from, to)], Ct));
}
