using System.Text.Json.Nodes;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop55;

public sealed class StatusTests
{
    [Fact]
    public async Task A_status_write_has_the_shops_side_effects()
    {
        var time = new SteppedTime();
        await using var shop = await RunningShop55.StartAsync(options => options with { Time = time });
        var order = (await shop.CheckoutAsync(RunningShop.Checkout("MUG-01", 3)))["orderId"];
        var before = await shop.GetAsync($"orders/{order}");
        time.Step(TimeSpan.FromMinutes(1));

        var status = await shop.WriteAsync(HttpMethod.Put, $"orders/{order}/payment_status", new JsonObject { ["code"] = "C" });

        var after = await shop.GetAsync($"orders/{order}");
        Assert.Equal(("C", "Cancelled"), ((string?)status["code"], (string?)status["name"]));
        Assert.Equal("C", (string?)after["payment_status"]!["code"]);
        Assert.Equal("increased", (string?)after["stock_status"]);
        Assert.NotEqual((string?)before["update_date"], (string?)after["update_date"]);
        Assert.Equal((string?)before["create_date"], (string?)after["create_date"]);
        Assert.Equal(500, (int)(await shop.Control.StateAsync())["stock"]!["MUG-01"]!);
        Assert.Contains((await shop.GetAsync($"orders/{order}/history")).AsArray(), entry => (string?)entry!["code"] == "CHANGE PAYMENT STATUS ORDER");
    }

    [Fact]
    public async Task An_equal_status_changes_nothing()
    {
        var time = new SteppedTime();
        await using var shop = await RunningShop55.StartAsync(options => options with { Time = time });
        var order = (await shop.CheckoutAsync())["orderId"];
        var before = (await shop.GetAsync($"orders/{order}")).ToJsonString();
        time.Step(TimeSpan.FromMinutes(1));

        await shop.WriteAsync(HttpMethod.Put, $"orders/{order}/shipping_status", new JsonObject { ["code"] = "N" });

        Assert.Equal(before, (await shop.GetAsync($"orders/{order}")).ToJsonString());
    }

    [Fact]
    public async Task An_unknown_order_and_an_invalid_code_are_400()
    {
        await using var shop = await RunningShop55.StartAsync();
        var path = $"orders/{(await shop.CheckoutAsync())["orderId"]}/shipping_status";

        Assert.Equal("Order with ID 9 not found", await shop.RefusedAsync(400, HttpMethod.Get, "orders/9/payment_status"));
        Assert.Equal("Order with ID 9 not found", await shop.RefusedAsync(400, HttpMethod.Put, "orders/9/payment_status", Code("P")));
        Assert.Equal("Status code 'X' is invalid", await shop.RefusedAsync(400, HttpMethod.Put, path, Code("X")));
        Assert.Equal("code: This value should not be blank.", await shop.RefusedAsync(400, HttpMethod.Put, path, new JsonObject()));
        Assert.Equal("The type of the \"code\" attribute must be \"string\", \"int\" given.", await shop.RefusedAsync(400, HttpMethod.Put, path, Code(3)));
        Assert.Equal("N", (string?)(await shop.GetAsync(path))["code"]);
    }

    private static JsonObject Code(JsonNode code) => new() { ["code"] = code };
}
