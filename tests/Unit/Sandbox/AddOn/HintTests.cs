using System.Text.Json.Nodes;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Shop;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.AddOn;

public sealed class HintTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ShopApi.Legacy54)]
    [InlineData(ShopApi.Rest55)]
    public async Task Each_action_is_hinted_once_for_each_thing_it_changed(ShopApi api)
    {
        await using var receiver = await HintReceiver.StartAsync();
        await using var shop = await BridgedShop.StartAsync(api);
        await shop.Shop.CheckoutAsync(RunningShop.Checkout());
        await receiver.AimAsync(shop.Shop);

        var order = await shop.Shop.CheckoutAsync(RunningShop.Checkout());
        var id = order["orderId"];
        Assert.Equal([$"order.placed {id}", "product.changed 2"], await TakeAsync());
        await shop.Shop.ActAsync(order, "pay");
        Assert.Equal([$"order.paid {id}"], await TakeAsync());
        await shop.Shop.ActAsync(order, "ship", new { trackingNumbers = new[] { "1Z1", "1Z2" } });
        Assert.Equal([$"order.changed {id}"], await TakeAsync());
        await shop.Shop.ActAsync(order, "cancel");
        Assert.Equal([$"order.cancelled {id}", "product.changed 2"], await TakeAsync());
        await shop.Shop.CheckoutAsync(RunningShop.Checkout("TEE-RED-M"));
        Assert.Contains("product.changed 1", await TakeAsync());

        async Task<IEnumerable<string>> TakeAsync()
        {
            await HintReceiver.DrainedAsync(shop.Shop);
            var hints = receiver.Hints.Order().ToList();
            receiver.Attempts.Clear();
            return hints;
        }
    }

    [Fact]
    public async Task Customers_with_an_account_are_hinted_and_guests_are_not()
    {
        await using var receiver = await HintReceiver.StartAsync();
        await using var shop = await BridgedShop.StartAsync(ShopApi.Rest55);
        await receiver.AimAsync(shop.Shop);
        var registers = RunningShop.Checkout(email: "new@example.com");
        registers["customer"]!["guest"] = false;

        await shop.Shop.CheckoutAsync(RunningShop.Checkout(email: "guest@example.com"));
        await shop.Shop.CheckoutAsync(registers);
        await shop.Shop.CheckoutAsync(registers.DeepClone());
        await HintReceiver.DrainedAsync(shop.Shop);

        Assert.Single(receiver.Hints, hint => hint.StartsWith("customer.", StringComparison.Ordinal));
        Assert.Single(receiver.Hints, hint => hint.StartsWith("customer.registered ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_address_of_an_account_is_hinted_as_its_customer_and_that_of_an_order_as_its_order()
    {
        await using var receiver = await HintReceiver.StartAsync();
        await using var shop = await BridgedShop.StartAsync(ShopApi.Legacy54);
        var order = (await shop.Shop.CheckoutAsync(RunningShop.Checkout()))["orderId"];
        var copy = (await shop.Shop.GetAsync($"order/{order}"))!["profile"]!["profile_id"];
        var account = (await shop.Shop.GetAsync("profile", "&_cnd[login]=greta.schmidt@example.com"))![0]!["profile_id"];
        await receiver.AimAsync(shop.Shop);

        foreach (var profile in new[] { account, copy })
        {
            await shop.Shop.WriteAsync(HttpMethod.Post, "address/0", new JsonObject
            {
                ["profile"] = new JsonObject { ["profile_id"] = profile!.DeepClone() },
                ["country"] = new JsonObject { ["code"] = "DE" },
            });
        }

        await HintReceiver.DrainedAsync(shop.Shop);

        Assert.Equal([$"customer.changed {account}", $"order.changed {order}"], receiver.Hints.Order());
    }

    [Fact]
    public async Task A_write_over_the_api_is_hinted_and_one_through_the_add_on_is_not()
    {
        await using var receiver = await HintReceiver.StartAsync();
        await using var shop = await BridgedShop.StartAsync(ShopApi.Legacy54);
        var order = (await shop.Shop.CheckoutAsync(RunningShop.Checkout()))["orderId"];
        await receiver.AimAsync(shop.Shop);

        await shop.SetAsync(2, 498, 400);
        await shop.CallAsync("POST", "notes", $"order={order}", new JsonObject { ["line"] = "ERP: SO-1" });
        await shop.CallAsync("POST", "tracking", $"order={order}", new JsonObject { ["number"] = "1Z1" });
        await shop.Shop.WriteAsync(HttpMethod.Put, "product/2", new JsonObject { ["amount"] = 400 });
        await shop.Shop.WriteAsync(HttpMethod.Put, "product/3", new JsonObject { ["amount"] = 7 });
        await HintReceiver.DrainedAsync(shop.Shop);

        Assert.Equal(["product.changed 3"], receiver.Hints);
    }

    [Fact]
    public async Task A_hint_is_sent_again_unchanged_until_it_is_taken()
    {
        await using var receiver = await HintReceiver.StartAsync(status: 204);
        await using var shop = await BridgedShop.StartAsync(ShopApi.Legacy54);
        receiver.Faults.Add(new FaultRule { Kind = FaultKind.CommitThenTimeout, Count = 2 });
        await receiver.AimAsync(shop.Shop);

        await shop.Shop.WriteAsync(HttpMethod.Put, "product/3", new JsonObject { ["amount"] = 7 });
        await HintReceiver.DrainedAsync(shop.Shop);

        Assert.Equal(3, receiver.Attempts.Count);
        Assert.Single(receiver.Attempts.Distinct());
    }

    [Fact]
    public async Task Retry_after_is_honoured()
    {
        await using var receiver = await HintReceiver.StartAsync();
        receiver.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "2" }, Count = 1 });
        await using var shop = await BridgedShop.StartAsync(ShopApi.Legacy54);
        await receiver.AimAsync(shop.Shop);

        var started = TimeProvider.System.GetTimestamp();
        await shop.Shop.WriteAsync(HttpMethod.Put, "product/3", new JsonObject { ["amount"] = 7 });
        await HintReceiver.DrainedAsync(shop.Shop);

        Assert.Single(receiver.Attempts);
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_hint_that_is_never_taken_is_listed_as_failed_until_staff_sends_it_again()
    {
        await using var receiver = await HintReceiver.StartAsync();
        receiver.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 500 });
        // Three days last half a second.
        await using var shop = await BridgedShop.StartAsync(ShopApi.Legacy54, options => options with { HintSecond = TimeSpan.FromMicroseconds(2) });
        await receiver.AimAsync(shop.Shop);

        await shop.Shop.WriteAsync(HttpMethod.Put, "product/3", new JsonObject { ["amount"] = 7 });
        await HintReceiver.DrainedAsync(shop.Shop);
        var failed = (await shop.Shop.StateAsync())["hintsFailed"]!.AsArray();
        receiver.Faults.Clear();
        await shop.Shop.PostControlAsync("hints/resend", new { });
        await HintReceiver.DrainedAsync(shop.Shop);

        Assert.Equal("product.changed", (string?)Assert.Single(failed)!["hint"]!["type"]);
        Assert.Equal(["product.changed 3"], receiver.Hints);
        Assert.Empty((await shop.Shop.StateAsync())["hintsFailed"]!.AsArray());
    }

    [Fact]
    public async Task While_a_secret_is_replaced_both_sign()
    {
        await using var receiver = await HintReceiver.StartAsync();
        await using var shop = await BridgedShop.StartAsync(ShopApi.Legacy54);
        await receiver.AimAsync(shop.Shop, "whsec_" + Convert.ToBase64String("the new key"u8), HintReceiver.Secret);

        using var answer = await shop.Shop.Client.PostAsync(new Uri("_sandbox/hints/test", UriKind.Relative), null, Cancel);
        var reply = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;

        Assert.Equal((202, true), ((int)reply["status"]!, (bool)reply["delivered"]!));
        Assert.Equal(["test 0"], receiver.Hints);
    }

    [Fact]
    public async Task A_shop_without_the_add_on_sends_nothing()
    {
        await using var receiver = await HintReceiver.StartAsync();
        await using var shop = await BridgedShop.StartAsync(ShopApi.Rest55);
        await receiver.AimAsync(shop.Shop);
        await shop.Shop.PostControlAsync("addon", new { installed = false });

        await shop.Shop.CheckoutAsync(RunningShop.Checkout());

        Assert.Equal(0, (int)(await shop.Shop.StateAsync())["hintsWaiting"]!);
        Assert.Empty(receiver.Hints);
    }

    [Fact]
    public async Task A_gateway_that_hangs_does_not_slow_the_checkout()
    {
        await using var receiver = await HintReceiver.StartAsync();
        receiver.Faults.Add(new FaultRule { Kind = FaultKind.Delay, Delay = TimeSpan.FromSeconds(8), Count = 1 });
        await using var shop = await BridgedShop.StartAsync(ShopApi.Legacy54);
        await receiver.AimAsync(shop.Shop);
        await shop.Shop.WriteAsync(HttpMethod.Put, "product/3", new JsonObject { ["amount"] = 7 });
        await Eventually.TrueAsync(() => receiver.Faults.List()[0].Hits > 0, "the gateway hangs");

        var started = TimeProvider.System.GetTimestamp();
        await shop.Shop.CheckoutAsync(RunningShop.Checkout());

        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(4));
    }
}
