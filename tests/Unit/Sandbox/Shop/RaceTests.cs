using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop;

public sealed class RaceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Half_made_order_is_listed_before_it_belongs_to_anybody()
    {
        await using var shop = await RunningShop.StartAsync();
        await shop.PostControlAsync("races", new { halfMade = "00:00:01" });
        var checkout = shop.Client.PostAsJsonAsync("_sandbox/checkout", RunningShop.Checkout(), Cancel);
        var half = await FirstOrderAsync(shop);
        Assert.Equal("1", (string?)half["orderNumber"]);
        Assert.Equal("", (string?)half["stockStatus"]);
        var full = (await shop.GetAsync($"order/{half["order_id"]}"))!;
        Assert.Null(full["orig_profile"]);
        Assert.NotEmpty(full["items"]!.AsArray());

        using var answer = await checkout;
        var whole = (await shop.GetAsync($"order/{half["order_id"]}"))!;
        Assert.Equal("reduced", (string?)whole["stockStatus"]);
        Assert.NotNull(whole["orig_profile"]);
        Assert.True((long)whole["lastRenewDate"]! >= (long)half["lastRenewDate"]! + 1);
    }

    [Fact]
    public async Task Lost_decrement_sells_without_taking_stock_once()
    {
        await using var shop = await RunningShop.StartAsync();
        await shop.PostControlAsync("races", new { lostDecrements = 1 });
        await shop.CheckoutAsync(RunningShop.Checkout());
        Assert.Equal(500, (int)(await shop.StateAsync())["stock"]!["MUG-01"]!);
        await shop.CheckoutAsync(RunningShop.Checkout());
        Assert.Equal(498, (int)(await shop.StateAsync())["stock"]!["MUG-01"]!);
    }

    [Fact]
    public async Task Overwritten_stock_write_is_answered_as_if_it_had_held()
    {
        await using var shop = await RunningShop.StartAsync();
        await shop.PostControlAsync("races", new { overwrittenStockWrites = 1 });
        var answer = await shop.WriteAsync(HttpMethod.Put, "product/2", new JsonObject { ["amount"] = 77 });
        Assert.Equal(77, (int)answer!["amount"]!);
        Assert.Equal(500, (int)(await shop.GetAsync("product/2"))!["amount"]!);
        await shop.WriteAsync(HttpMethod.Put, "product/2", new JsonObject { ["amount"] = 77 });
        Assert.Equal(77, (int)(await shop.GetAsync("product/2"))!["amount"]!);
    }

    [Fact]
    public async Task Duplicate_restock_gives_back_seven_times()
    {
        await using var shop = await RunningShop.StartAsync();
        await shop.PostControlAsync("races", new { duplicateRestocks = 1 });
        var order = await shop.CheckoutAsync(RunningShop.Checkout(quantity: 1));
        await shop.ActAsync(order, "cancel");
        Assert.Equal(499 + 7, (int)(await shop.StateAsync())["stock"]!["MUG-01"]!);
    }

    private static async Task<JsonNode> FirstOrderAsync(RunningShop shop)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(10));
        while (true)
        {
            if ((await shop.GetAsync("order"))!.AsArray().FirstOrDefault() is { } order)
            {
                return order;
            }

            await Task.Delay(10, deadline.Token);
        }
    }
}
