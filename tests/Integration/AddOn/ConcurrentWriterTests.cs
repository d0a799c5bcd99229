using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Xunit;

namespace Integration.Tests.Integration.AddOn;

/// <summary>Writers through the gateway's client and sales in the shop, all at once.</summary>
[Collection(PhpShopTests.Name)]
public sealed class ConcurrentWriterTests(PhpShop shop)
{
    private const int Writers = 200;
    private const int Sales = 100;
    private const int Items = 20;
    private const int Start = 1000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory(Timeout = 180_000), InlineData("54"), InlineData("55")]
    public async Task Two_hundred_writers_and_the_shops_sales_lose_not_one_unit(string edition)
    {
        var products = Enumerable.Range(1, Items / 2).ToList();
        await shop.OpenAsync(
            new JsonObject { ["atomic_stock"] = "1", ["endpoint"] = "https://gateway.example/hints/xcart", ["hint_product_changed"] = "1" },
            $"INSERT INTO xlite_products (product_id, sku, amount) VALUES {string.Join(", ", products.Select(id => $"({id}, 'P{id}', {Start})"))}",
            $"INSERT INTO xlite_product_variants (id, product_id, sku, amount, defaultAmount) VALUES {string.Join(", ", products.Select(id => $"({id}, {id}, 'V{id}', {Start}, 0)"))}");
        using var gateway = new Gateway(shop, edition, concurrentCalls: 32);
        var changed = new long[Items];

        var writers = Enumerable.Range(0, Writers).Select(async number =>
        {
            var (item, change) = (number % Items, number < Writers / 2 ? 3 : -2);
            await ChangeAsync(gateway, item, change);
            Interlocked.Add(ref changed[item], change);
        });
        var sales = Enumerable.Range(0, Sales).Select(async number =>
        {
            var item = number % Items;
            await shop.DoAsync($"sale?edition={edition}&kind={(item < Items / 2 ? "Product" : "ProductVariant")}&id={(item % (Items / 2)) + 1}");
            Interlocked.Decrement(ref changed[item]);
        });
        await Task.WhenAll([.. writers, .. sales]);

        Assert.Equal(changed.Select(change => Start + change), await LevelsAsync());
        Assert.Equal(Start * Items + Writers / 2 - Sales, (await LevelsAsync()).Sum());
        Assert.NotEqual("0", await shop.OneAsync("SELECT COUNT(*) FROM xlite_erp_bridge_outbox"));
    }

    /// <summary>Changes a level, reckoning anew after every conflict and after every answer that leaves it open.</summary>
    private static async Task ChangeAsync(Gateway gateway, int item, int change)
    {
        var product = (item % (Items / 2)) + 1;
        var of = new StockItem($"{product}", item < Items / 2 ? null : $"{product}");
        var read = Assert.IsType<StockReading.Read>(await gateway.Stock.ReadAsync([$"{(of.Variant is null ? 'P' : 'V')}{product}"], Ct));
        var level = Assert.Single(read.Levels).Amount;
        while (true)
        {
            switch (Assert.Single(await gateway.Stock.CompareAndSetAsync([new StockChange(of, level, level + change)], Ct)))
            {
                case StockResult.Set:
                    return;
                case StockResult.Conflict conflict:
                    level = conflict.Actual;
                    break;
                case StockResult.Failed { Outcome: WriteOutcome.Throttled }:
                    // Its statement was refused; the connection itself waits before the next call.
                    break;
                case var other:
                    Assert.Fail($"{other}");
                    break;
            }
        }
    }

    private async Task<IEnumerable<long>> LevelsAsync() =>
        (await shop.SqlAsync("SELECT amount FROM (SELECT 0 AS kind, product_id AS id, amount FROM xlite_products UNION ALL SELECT 1, id, amount FROM xlite_product_variants) AS levels ORDER BY kind, id"))
            .Select(row => long.Parse(row!["amount"]!.ToString(), CultureInfo.InvariantCulture));
}
