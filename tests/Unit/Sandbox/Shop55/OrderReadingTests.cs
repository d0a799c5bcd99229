using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop55;

public sealed class OrderReadingTests
{
    [Fact]
    public async Task An_order_has_the_fields_of_the_5_5_output_and_no_more()
    {
        await using var shop = await RunningShop55.StartAsync();
        var checkout = RunningShop.Checkout("TEE-RED-M");
        checkout["coupon"] = "SAVE10";
        var placed = await shop.CheckoutAsync(checkout);

        var order = (await shop.GetAsync($"orders/{placed["orderId"]}")).AsObject();

        Assert.Equal(
            [
                "admin_notes", "billing_address", "create_date", "currency", "customer_id", "email", "id", "items", "notes", "order_number",
                "order_profile_id", "payment_status", "shipping_address", "shipping_id", "shipping_method_name", "shipping_status",
                "stock_status", "sub_total", "surcharges", "total", "tracking_numbers", "update_date", "used_coupons", "usps_shipments",
            ],
            order.Select(pair => pair.Key).Order(StringComparer.Ordinal));
        Assert.Equal((string?)placed["orderNumber"], (string?)order["order_number"]);
        Assert.Equal((decimal)placed["total"]!, (decimal)order["total"]!);
        Assert.Equal("USD", (string?)order["currency"]);
        Assert.Equal("anna@example.com", (string?)order["email"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$", (string?)order["create_date"]);
        Assert.Equal(("Q", "Awaiting payment"), ((string?)order["payment_status"]!["code"], (string?)order["payment_status"]!["name"]));
        Assert.Equal("N", (string?)order["shipping_status"]!["code"]);
        Assert.Equal("reduced", (string?)order["stock_status"]);
        Assert.Equal("New York", (string?)order["shipping_address"]!["state_name"]);
        Assert.True((long)order["shipping_address"]!["state"]! > 0, "The state is a number, not a code.");
        Assert.Equal("SAVE10", (string?)order["used_coupons"]![0]!["code"]);
        var item = order["items"]![0]!.AsObject();
        Assert.Equal("TEE-RED-M", (string?)item["sku"]);
        Assert.True((int)item["variant"]! > 0);
        Assert.DoesNotContain(item, pair => pair.Key is "attributes" or "attribute_values" or "options");
        Assert.DoesNotContain("password", order.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_whole_amount_keeps_its_zero_fraction()
    {
        await using var shop = await RunningShop55.StartAsync();
        var checkout = RunningShop.Checkout("MUG-01", 2);
        checkout["billing"]!["country"] = "DE";
        checkout["shippingMethod"] = "Local pickup";
        var placed = await shop.CheckoutAsync(checkout);

        using var answer = await shop.SendAsync(HttpMethod.Get, $"orders/{placed["orderId"]}");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("\"total\":25.0,", text, StringComparison.Ordinal);
        Assert.Contains("\"price\":12.5,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_is_found_by_its_number_and_an_unknown_one_is_404()
    {
        await using var shop = await RunningShop55.StartAsync();
        var placed = await shop.CheckoutAsync();

        var order = await shop.GetAsync($"orders/by_number/{placed["orderNumber"]}");

        Assert.Equal((long)placed["orderId"]!, (long)order["id"]!);
        Assert.Equal("Not Found", await shop.RefusedAsync(404, HttpMethod.Get, "orders/by_number/999"));
        Assert.Equal("Not Found", await shop.RefusedAsync(404, HttpMethod.Get, "orders/999"));
        Assert.Equal("Not Found", await shop.RefusedAsync(404, HttpMethod.Get, "orders/first"));
    }

    [Fact]
    public async Task Transactions_history_and_details_have_their_own_paths()
    {
        await using var shop = await RunningShop55.StartAsync();
        var checkout = RunningShop.Checkout();
        checkout["paymentMethod"] = "Stripe";
        var placed = await shop.CheckoutAsync(checkout);
        await shop.Control.ActAsync(placed, "refund", new { amount = 5 });

        var transaction = (await shop.GetAsync($"orders/{placed["orderId"]}/payment_transactions"))[0]!;
        var history = (await shop.GetAsync($"orders/{placed["orderId"]}/history")).AsArray();

        Assert.Equal(["sale", "refundMulti"], transaction["backend_transactions"]!.AsArray().Select(row => (string?)row!["type"]));
        Assert.Equal(5, (decimal)transaction["backend_transactions"]![1]!["value"]!);
        Assert.Contains(history, entry => (string?)entry!["code"] == "PLACE ORDER");
        Assert.Empty((await shop.GetAsync($"orders/{placed["orderId"]}/details")).AsArray());
        Assert.Equal("Not Found", await shop.RefusedAsync(404, HttpMethod.Get, "orders/999/history"));
    }

    [Fact]
    public async Task A_cart_is_not_listed_with_the_orders_and_has_no_number()
    {
        await using var shop = await RunningShop55.StartAsync();
        var checkout = RunningShop.Checkout();
        checkout["payment"] = "abandoned";
        var cart = await shop.CheckoutAsync(checkout);

        Assert.Empty((await shop.GetAsync("orders")).AsArray());
        var listed = Assert.Single((await shop.GetAsync("carts")).AsArray())!.AsObject();
        Assert.Equal((long)cart["orderId"]!, (long)listed["id"]!);
        Assert.False(listed.ContainsKey("order_number"));
        Assert.Null(listed["payment_status"]);
        Assert.Equal("", (string?)(await shop.GetAsync($"orders/{cart["orderId"]}"))["order_number"]);
    }

    [Fact]
    public async Task A_half_made_order_is_readable_without_stock_and_customer()
    {
        await using var shop = await RunningShop55.StartAsync();
        await shop.Control.PostControlAsync("races", new { halfMade = "00:00:02" });
        var finished = shop.CheckoutAsync();
        JsonArray orders = [];
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (orders.Count == 0 && !deadline.IsCancellationRequested)
        {
            orders = (await shop.GetAsync("orders")).AsArray();
        }

        Assert.Equal("", (string?)orders[0]!["stock_status"]);
        Assert.Null(orders[0]!["customer_id"]);
        await finished;
        Assert.Equal(JsonValueKind.Number, (await shop.GetAsync("orders"))[0]!["customer_id"]!.GetValueKind());
    }
}
