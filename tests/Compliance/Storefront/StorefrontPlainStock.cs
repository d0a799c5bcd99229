using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Xunit;

namespace Integration.Tests.Compliance.Storefront;

/// <summary>Reading and setting stock without compare-and-set, all levels by page, and what orders take.</summary>
public abstract class StorefrontPlainStock
{
    private const string Sku = "MUG-01";

    private protected abstract Task<StorefrontStage> StageAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Levels_are_set_and_read_back_and_an_unknown_item_is_told()
    {
        await using var stage = await StageAsync();
        var (stock, level) = await LevelAsync(stage);
        var changes = new[] { new StockChange(level.Item, level.Amount, 41), new StockChange(new StockItem("987654"), 1, 2) };

        Assert.Equal([new StockResult.Set(41), new StockResult.Unknown()], await stock.SetAsync(changes, Ct));
        Assert.Equal(41, Assert.Single(Assert.IsType<StockReading.Read>(await stock.ReadAsync([level.Item], Ct)).Levels).Amount);
        Assert.Empty(Assert.IsType<StockReading.Read>(await stock.ReadAsync([new StockItem("987654")], Ct)).Levels);
        Assert.Equal([new StockResult.Set(41)], await stock.SetAsync([changes[0]], Ct));
    }

    [Fact]
    public async Task All_pages_together_hold_products_and_variants_once()
    {
        await using var stage = await StageAsync();
        var all = await AllAsync(stage);

        Assert.Equal(all.Count, all.DistinctBy(level => level.Item).Count());
        Assert.Contains(all, level => level is { Sku: Sku, Own: true, Item.Variant: null });
        var variant = all.First(level => level.Item.Variant is not null && level is { Own: true, Sku.Length: > 0 });
        var stock = stage.Storefront.PlainStock!;
        Assert.Equal([new StockResult.Set(17)], await stock.SetAsync([new StockChange(variant.Item, variant.Amount, 17)], Ct));
        Assert.Equal(17, Assert.Single(Assert.IsType<StockReading.Read>(await stock.ReadAsync([variant.Item], Ct)).Levels).Amount);
    }

    [Fact]
    public async Task A_sale_is_seen_at_once_and_a_cancelled_one_holds_nothing()
    {
        await using var stage = await StageAsync();
        var sales = Assert.IsType<ISales>(stage.Storefront.Sales, exactMatch: false);
        var id = await stage.PlaceAsync(new StagedOrder { Lines = [(Sku, 3)] });

        var sale = Assert.IsType<ReadOutcome<Sale>.Found>(await sales.ReadAsync(id, Ct)).Value;
        Assert.True(sale.HoldsStock);
        Assert.Equal((Sku, 3m), (Assert.Single(sale.Lines).Sku, sale.Lines[0].Quantity));
        await stage.CancelAsync(id);
        Assert.False(Assert.IsType<ReadOutcome<Sale>.Found>(await sales.ReadAsync(id, Ct)).Value.HoldsStock);
        Assert.IsType<ReadOutcome<Sale>.NotFound>(await sales.ReadAsync("987654", Ct));
    }

    [Fact]
    public async Task A_half_made_order_takes_its_pieces_already()
    {
        await using var stage = await StageAsync();
        var (id, finished) = await stage.PlaceHalfMadeAsync(new StagedOrder { Lines = [(Sku, 2)] });

        Assert.True(Assert.IsType<ReadOutcome<Sale>.Found>(await stage.Storefront.Sales!.ReadAsync(id, Ct)).Value.HoldsStock);
        await finished;
    }

    [Fact]
    public async Task A_shop_that_is_down_sets_nothing_and_one_without_answer_leaves_it_open()
    {
        await using var stage = await StageAsync();
        var (stock, level) = await LevelAsync(stage);
        stage.Make(Trouble.WriteWithoutAnswer);
        var unsure = Assert.IsType<StockResult.Failed>(Assert.Single(await stock.SetAsync([new StockChange(level.Item, level.Amount, 1)], Ct)));
        Assert.IsType<WriteOutcome.Unknown>(unsure.Outcome);
        stage.Heal();
        stage.Make(Trouble.Down);
        Assert.IsType<StockReading.Failed>(await stock.ReadAsync([level.Item], Ct));
        Assert.IsType<StockResult.Failed>(Assert.Single(await stock.SetAsync([new StockChange(level.Item, level.Amount, 1)], Ct)));
    }

    private static async Task<(IPlainStockLevels Stock, StockLevel Level)> LevelAsync(StorefrontStage stage) =>
        (Assert.IsType<IPlainStockLevels>(stage.Storefront.PlainStock, exactMatch: false), (await AllAsync(stage)).Single(level => level.Sku == Sku));

    private static async Task<List<StockLevel>> AllAsync(StorefrontStage stage)
    {
        var all = new List<StockLevel>();
        for (var page = 1; ; page++)
        {
            var read = Assert.IsType<StockPage.Read>(await stage.Storefront.StockPages!.PageAsync(page, Ct));
            all.AddRange(read.Levels);
            if (read.Last) return all;
        }
    }
}
