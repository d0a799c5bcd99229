using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.AddOn;

/// <summary>Compare-and-set against the shop's own sales.</summary>
public sealed class SalesAndSettingTests
{
    private const int Writers = 200;
    private const long Mug = 2;
    private const int Start = 500;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ShopApi.Legacy54)]
    [InlineData(ShopApi.Rest55)]
    public async Task No_unit_is_lost_among_200_writers_of_which_half_are_customers(ShopApi api)
    {
        await using var shop = await BridgedShop.StartAsync(api);
        // Sales read and write apart here; the add-on's setting keeps them single statements all the same.
        await shop.Shop.PostControlAsync("races", new { stockGap = "00:00:00.050" });
        var sold = 0;
        var set = 0L;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => i % 2 == 0 ? SellAsync() : SetAsync(i % 4 == 1 ? 3 : -1)));

        Assert.Equal(Writers / 2, sold);
        Assert.Equal(Start - sold + set, (await shop.LevelsAsync($"products[]={Mug}"))[0]!["amount"]!.GetValue<long>());

        async Task SellAsync()
        {
            using var answer = await shop.Shop.Client.PostAsJsonAsync("_sandbox/checkout", RunningShop.Checkout("MUG-01", 1), Cancel);
            Assert.True(answer.IsSuccessStatusCode);
            Interlocked.Increment(ref sold);
        }

        // As the gateway does: from what was last read, and again from what it was told when that was too old.
        async Task SetAsync(int change)
        {
            var level = (await shop.LevelsAsync($"products[]={Mug}"))[0]!["amount"]!.GetValue<long>();
            while (true)
            {
                var (result, actual) = await shop.SetAsync(Mug, level, level + change);
                if (result == "set")
                {
                    Interlocked.Add(ref set, change);
                    return;
                }

                Assert.Equal("conflict", result);
                level = actual!.Value;
            }
        }
    }

    [Theory]
    [InlineData(true, true, 7 - 2)]
    [InlineData(true, false, Start - 2)]
    [InlineData(false, true, Start - 2)]
    public async Task A_level_set_while_a_sale_is_under_way_is_lost_unless_sales_are_single_statements(bool installed, bool atomic, int end)
    {
        await using var shop = await BridgedShop.StartAsync(ShopApi.Legacy54);
        await shop.Shop.PostControlAsync("addon", new { installed, atomicStock = atomic });
        await shop.Shop.PostControlAsync("races", new { stockGap = "00:00:03" });

        var sale = shop.Shop.CheckoutAsync(RunningShop.Checkout("MUG-01", 2));
        await ListedAsync(shop);
        // Without the add-on it is an absolute write that is lost.
        if (installed)
        {
            Assert.Equal(("set", 7), await shop.SetAsync(Mug, Start, 7));
        }
        else
        {
            await shop.Shop.WriteAsync(HttpMethod.Put, $"product/{Mug}", new JsonObject { ["amount"] = 7 });
        }

        await sale;

        Assert.Equal(end, (int)(await shop.Shop.StateAsync())["stock"]!["MUG-01"]!);
    }

    [Theory]
    [InlineData(true, 7 - 2)]
    [InlineData(false, Start)]
    public async Task The_shops_other_stock_races_end_with_single_statements_too(bool atomic, int end)
    {
        await using var shop = await BridgedShop.StartAsync(ShopApi.Legacy54);
        await shop.Shop.PostControlAsync("addon", new { installed = true, atomicStock = atomic });
        await shop.Shop.PostControlAsync("races", new { lostDecrements = 1, overwrittenStockWrites = 1 });

        await shop.Shop.WriteAsync(HttpMethod.Put, $"product/{Mug}", new JsonObject { ["amount"] = 7 });
        await shop.Shop.CheckoutAsync(RunningShop.Checkout("MUG-01", 2));

        Assert.Equal(end, (int)(await shop.Shop.StateAsync())["stock"]!["MUG-01"]!);
    }

    private static async Task ListedAsync(BridgedShop shop)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(10));
        while ((await shop.Shop.StateAsync())["orders"]!.AsArray().Count == 0)
        {
            deadline.Token.ThrowIfCancellationRequested();
        }
    }
}
