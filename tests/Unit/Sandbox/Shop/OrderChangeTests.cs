using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop;

public sealed class OrderChangeTests
{
    private const string Mug = "MUG-01";

    [Theory]
    [InlineData("C", "N", true)]
    [InlineData("D", "S", true)]
    [InlineData("R", "N", true)]
    [InlineData("R", "S", false)]
    [InlineData("P", "S", false)]
    public async Task Status_written_over_rest_moves_the_stock_by_the_rule_table(string payment, string shipping, bool back)
    {
        await using var shop = await RunningShop.StartAsync();
        var order = await shop.CheckoutAsync(RunningShop.Checkout());
        await shop.WriteAsync(HttpMethod.Put, $"order/{order["orderId"]}", new JsonObject
        {
            ["shippingStatus"] = new JsonObject { ["code"] = shipping },
            ["paymentStatus"] = new JsonObject { ["code"] = payment },
        });
        Assert.Equal(back ? 500 : 498, await StockAsync(shop));
        Assert.Equal(back ? "increased" : "reduced", (string?)(await shop.GetAsync($"order/{order["orderId"]}"))!["stockStatus"]);
    }

    [Fact]
    public async Task Equal_status_written_again_does_nothing_and_a_real_one_moves_the_last_change()
    {
        var clock = new SteppedTime();
        await using var shop = await RunningShop.StartAsync(options => options with { Time = clock });
        var order = await shop.CheckoutAsync(RunningShop.Checkout());
        var id = order["orderId"]!;
        var placedAt = (long)(await shop.GetAsync($"order/{id}"))!["lastRenewDate"]!;
        clock.Step(TimeSpan.FromSeconds(5));
        var same = await shop.WriteAsync(HttpMethod.Put, $"order/{id}", Payment("Q"));
        Assert.Equal(placedAt, (long)same!["lastRenewDate"]!);
        var events = same["events"]!.AsArray().Count;
        await shop.WriteAsync(HttpMethod.Post, "ordertrackingnumber/0", new JsonObject
        {
            ["value"] = "1Z999",
            ["order"] = new JsonObject { ["order_id"] = id.DeepClone() },
        });
        var tracked = (await shop.GetAsync($"order/{id}"))!;
        Assert.Equal(placedAt, (long)tracked["lastRenewDate"]!);
        Assert.Equal(events, tracked["events"]!.AsArray().Count);
        Assert.Equal("1Z999", (string?)tracked["trackingNumbers"]![0]!["value"]);

        var paid = await shop.WriteAsync(HttpMethod.Put, $"order/{id}", Payment("P"));
        Assert.Equal(placedAt + 5, (long)paid!["lastRenewDate"]!);
        Assert.Contains("CHANGE PAYMENT STATUS ORDER", Codes(paid));
        Assert.Equal("W", (string?)paid["payment_transactions"]![0]!["status"]);
    }

    [Fact]
    public async Task First_save_in_admin_rewrites_the_order_and_leaves_the_total()
    {
        await using var shop = await RunningShop.StartAsync();
        var checkout = RunningShop.Checkout();
        checkout["lines"]![0]!["options"] = new JsonObject { ["Gift wrap"] = "Yes" };
        var placed = await shop.CheckoutAsync(checkout);
        await shop.ActAsync(placed, "pay");
        var order = (await shop.GetAsync($"order/{placed["orderId"]}"))!;
        Assert.Equal(17.5m, (decimal)order["items"]![0]!["price"]!);
        Assert.Equal("Phone Ordering", (string?)order["payment_method_name"]);
        Assert.Contains(order["surcharges"]!.AsArray(), row => (string?)row!["code"] == "DCOUPON" && (decimal)row["value"]! == 0);
        Assert.False((bool)order["recent"]!);
        Assert.Equal((decimal)placed["total"]!, (decimal)order["total"]!);
        Assert.Equal("P", (string?)order["paymentStatus"]!["code"]);
    }

    [Fact]
    public async Task Partial_refunds_show_only_in_backend_transactions_until_nothing_is_left()
    {
        var clock = new SteppedTime();
        await using var shop = await RunningShop.StartAsync(options => options with { Time = clock });
        var checkout = RunningShop.Checkout();
        checkout["paymentMethod"] = "Stripe";
        var placed = await shop.CheckoutAsync(checkout);
        await shop.ActAsync(placed, "refund", new { amount = 10m });
        var first = (await shop.GetAsync($"order/{placed["orderId"]}"))!;
        clock.Step(TimeSpan.FromSeconds(5));
        await shop.ActAsync(placed, "refund", new { amount = 5.79m });
        var second = (await shop.GetAsync($"order/{placed["orderId"]}"))!;
        Assert.Equal("PP", (string?)second["paymentStatus"]!["code"]);
        Assert.Equal((long)first["lastRenewDate"]!, (long)second["lastRenewDate"]!);
        Assert.Equal(498, await StockAsync(shop));

        await shop.ActAsync(placed, "refund");
        var transaction = (await shop.GetAsync($"payment-transaction/{second["payment_transactions"]![0]!["transaction_id"]}"))!;
        var backend = transaction["backend_transactions"]!.AsArray();
        Assert.Equal(["sale", "refundMulti", "refundMulti", "refundMulti"], backend.Select(row => (string)row!["type"]!));
        Assert.Equal((decimal)placed["total"]!, backend.Skip(1).Sum(row => (decimal)row!["value"]!));
        Assert.Equal(500, await StockAsync(shop));
    }

    [Theory]
    [InlineData("capture", "P", "S", 498)]
    [InlineData("void", "C", "V", 500)]
    public async Task Authorised_payment_is_captured_or_voided(string action, string payment, string transaction, int stock)
    {
        await using var shop = await RunningShop.StartAsync();
        var checkout = RunningShop.Checkout();
        checkout["paymentMethod"] = "Stripe";
        checkout["payment"] = "Authorized";
        var placed = await shop.CheckoutAsync(checkout);
        await shop.ActAsync(placed, action);
        var order = (await shop.GetAsync($"order/{placed["orderId"]}", "&_schema=complex"))!;
        Assert.Equal(payment, (string?)order["paymentStatus"]);
        Assert.Equal(transaction, (string?)order["transactions"]![0]!["status"]);
        Assert.Equal(stock, await StockAsync(shop));
    }

    [Fact]
    public async Task Edit_recalculates_subtotal_and_total_but_not_the_tax()
    {
        await using var shop = await RunningShop.StartAsync();
        var placed = await shop.CheckoutAsync(RunningShop.Checkout());
        await shop.ActAsync(placed, "edit", new { lines = new[] { new { sku = Mug, quantity = 5 } }, shippingCost = 4.444m });
        var order = (await shop.GetAsync($"order/{placed["orderId"]}"))!;
        Assert.Equal(62.5m, (decimal)order["subtotal"]!);
        Assert.Equal(62.5m + 4.44m + 2.50m, (decimal)order["total"]!);
        Assert.Equal(495, await StockAsync(shop));
    }

    [Fact]
    public async Task Shipping_in_admin_keeps_every_parcel_and_complex_shows_the_first()
    {
        await using var shop = await RunningShop.StartAsync();
        var placed = await shop.CheckoutAsync(RunningShop.Checkout());
        await shop.ActAsync(placed, "ship", new { trackingNumbers = new[] { "A-1", "B-2" } });
        Assert.Equal("A-1", (string?)(await shop.GetAsync($"order/{placed["orderId"]}", "&_schema=complex"))!["trackingNumber"]);
        var state = (await shop.StateAsync())["orders"]![0]!;
        Assert.Equal(["A-1", "B-2"], state["trackingNumbers"]!.AsArray().Select(number => (string)number!));
        Assert.Equal("S", (string?)state["shippingStatus"]);
    }

    [Fact]
    public async Task Deleted_order_takes_its_own_profile_with_it_and_leaves_the_stock()
    {
        await using var shop = await RunningShop.StartAsync();
        var placed = await shop.CheckoutAsync(RunningShop.Checkout());
        var own = (await shop.GetAsync($"order/{placed["orderId"]}"))!["profile"]!["profile_id"]!;
        await shop.ActAsync(placed, "delete");
        Assert.Null(await shop.GetAsync($"order/{placed["orderId"]}"));
        Assert.Null(await shop.GetAsync($"profile/{own}"));
        Assert.Equal(498, await StockAsync(shop));
    }

    private static JsonObject Payment(string code) => new() { ["paymentStatus"] = new JsonObject { ["code"] = code } };

    private static IEnumerable<string> Codes(JsonNode order) => order["events"]!.AsArray().Select(row => (string)row!["code"]!);

    private static async Task<int> StockAsync(RunningShop shop) => (int)(await shop.StateAsync())["stock"]![Mug]!;
}
