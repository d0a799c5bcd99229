using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop;

public sealed class CheckoutTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Guest_order_adds_up_takes_stock_and_is_listed()
    {
        await using var shop = await RunningShop.StartAsync();
        var placed = await shop.CheckoutAsync(RunningShop.Checkout());
        // 2 x 12.50; courier 2.50 + 0.5 x 1.4 kg = 3.20; 8.875 % of 28.20 = 2.50275, rounded to four decimals.
        Assert.Equal(30.70m, (decimal)placed["total"]!);
        Assert.Equal("1", (string?)placed["orderNumber"]);
        Assert.NotEqual(1, (int)placed["orderId"]!);

        var order = (await shop.GetAsync("order", "&_cnd[orderNumber]=1&_schema=complex"))!.AsArray().Single()!;
        Assert.Equal("Q", (string?)order["paymentStatus"]);
        Assert.Equal("N", (string?)order["shippingStatus"]);
        Assert.Equal(2.50m, (decimal)order["taxAmount"]!);
        Assert.Equal("Phone Ordering", (string?)order["paymentMethod"]);
        Assert.Equal("NY", (string?)order["shippingInfo"]!["state"]);
        Assert.True((bool)order["customerInfo"]!["isAnonymous"]!);
        var full = (await shop.GetAsync($"order/{placed["orderId"]}"))!;
        Assert.Equal("reduced", (string?)full["stockStatus"]);
        Assert.Equal(2.5028m, (decimal)full["surcharges"]!.AsArray().Single(row => (string?)row!["type"] == "tax")!["value"]!);
        Assert.Equal(498, (int)(await shop.StateAsync())["stock"]!["MUG-01"]!);
    }

    [Fact]
    public async Task Options_variant_coupon_and_second_currency_are_priced_and_kept()
    {
        await using var shop = await RunningShop.StartAsync();
        var checkout = RunningShop.Checkout("TEE-RED-M");
        checkout["lines"]![0]!["options"] = new JsonObject { ["Gift wrap"] = "Yes", ["Engraving"] = "Für <i>Łucja</i> – 王小明 🎁" };
        checkout["coupon"] = "SAVE10";
        checkout["currency"] = "EUR";
        checkout["billing"]!["country"] = "DE";
        checkout["billing"]!["state"] = "Nordrhein-Westfalen";
        checkout["notes"] = "Bitte zweimal läuten\nzweite Zeile";
        var placed = await shop.CheckoutAsync(checkout);
        // 2 x (21.50 + 5) = 53; courier 2.90; 10 % coupon 5.30; Germany has no rate.
        Assert.Equal(50.60m, (decimal)placed["total"]!);
        var order = (await shop.GetAsync($"order/{placed["orderId"]}", "&_schema=complex"))!;
        Assert.Equal("EUR", (string?)order["currency"]);
        Assert.Equal(-5.3m, (decimal)order["discountValue"]!);
        Assert.Equal("Nordrhein-Westfalen", (string?)order["billingInfo"]!["state"]);
        Assert.Equal("Bitte zweimal läuten\nzweite Zeile", (string?)order["customerNotes"]);
        var item = order["items"]![0]!;
        Assert.Equal("TEE-RED-M", (string?)item["sku"]);
        Assert.Equal(21.5m, (decimal)item["price"]!);
        Assert.Equal("Für Łucja – 王小明 🎁", (string?)item["attributes"]!["Engraving"]);
        Assert.Equal("Red", (string?)item["attributes"]!["Color"]);
        var stock = (await shop.StateAsync())["stock"]!;
        Assert.Equal(198, (int)stock["TEE-RED-M"]!);
        Assert.Equal(1000, (int)stock["TEE"]!);
        Assert.Equal("SAVE10", (string?)(await shop.GetAsync($"order/{placed["orderId"]}"))!["usedCoupons"]![0]!["code"]);
    }

    [Theory]
    [InlineData("Paid", "P", "S", "sale")]
    [InlineData("Authorized", "A", "S", "auth")]
    [InlineData("Awaiting", "Q", "W", "sale")]
    public async Task Payment_outcome_decides_status_and_transaction(string outcome, string payment, string transaction, string type)
    {
        await using var shop = await RunningShop.StartAsync();
        var checkout = RunningShop.Checkout();
        checkout["paymentMethod"] = "Stripe";
        checkout["payment"] = outcome;
        var placed = await shop.CheckoutAsync(checkout);
        var order = (await shop.GetAsync($"order/{placed["orderId"]}", "&_schema=complex"))!;
        Assert.Equal(payment, (string?)order["paymentStatus"]);
        Assert.Equal((transaction, type), ((string)order["transactions"]![0]!["status"]!, (string)order["transactions"]![0]!["type"]!));
    }

    [Fact]
    public async Task Declined_order_has_no_number_hides_from_the_plain_list_and_vanishes_when_paid()
    {
        await using var shop = await RunningShop.StartAsync();
        var checkout = RunningShop.Checkout();
        checkout["paymentMethod"] = "Stripe";
        checkout["payment"] = "Declined";
        var declined = await shop.CheckoutAsync(checkout);
        Assert.Null(declined["orderNumber"]);
        Assert.Empty((await shop.GetAsync("order"))!.AsArray());
        Assert.Single((await shop.GetAsync("order", "&_cnd[limit][0]=0&_cnd[limit][1]=10"))!.AsArray());
        Assert.Equal("NF", (string?)(await shop.GetAsync($"order/{declined["orderId"]}", "&_schema=complex"))!["shippingStatus"]);

        await shop.ActAsync(declined, "retry");
        Assert.Null(await shop.GetAsync($"order/{declined["orderId"]}"));
        var paid = (await shop.GetAsync("order", "&_schema=complex"))!.AsArray().Single()!;
        Assert.NotEqual((int)declined["orderId"]!, (int)paid["orderId"]!);
        Assert.Equal(["F", "S"], paid["transactions"]!.AsArray().Select(row => (string)row!["status"]!));
    }

    [Fact]
    public async Task Cart_of_a_customer_at_the_provider_answers_as_an_order_and_becomes_one_on_return()
    {
        await using var shop = await RunningShop.StartAsync();
        var checkout = RunningShop.Checkout();
        checkout["paymentMethod"] = "Stripe";
        checkout["payment"] = "ApprovedAway";
        var away = await shop.CheckoutAsync(checkout);
        var cart = (await shop.GetAsync($"order/{away["orderId"]}"))!;
        Assert.Null(cart["orderNumber"]);
        Assert.Null(cart["shippingStatus"]);
        Assert.Equal("S", (string?)cart["payment_transactions"]![0]!["status"]);
        Assert.Empty((await shop.GetAsync("order", "&_cnd[limit][0]=0"))!.AsArray());
        Assert.Equal("", (string?)(await shop.GetAsync($"order/{away["orderId"]}", "&_schema=complex"))!["shippingStatus"]);
        using var complexCart = await shop.Client.GetAsync(
            new Uri($"admin.php?target=RESTAPI&_key={RunningShop.ReadKey}&_path=cart/{away["orderId"]}&_schema=complex", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.InternalServerError, complexCart.StatusCode);
        Assert.Equal(500, (int)(await shop.StateAsync())["stock"]!["MUG-01"]!);

        await shop.ActAsync(away, "return");
        var order = (await shop.GetAsync("order", "&_schema=complex"))!.AsArray().Single()!;
        Assert.Equal((int)away["orderId"]!, (int)order["orderId"]!);
        Assert.Equal("P", (string?)order["paymentStatus"]);
        Assert.Equal("anna@example.com", (string?)order["customerInfo"]!["email"]);
        Assert.Equal(498, (int)(await shop.StateAsync())["stock"]!["MUG-01"]!);
    }

    [Fact]
    public async Task Guest_row_is_used_again_and_an_account_keeps_its_hash()
    {
        await using var shop = await RunningShop.StartAsync();
        var first = await shop.CheckoutAsync(RunningShop.Checkout());
        var second = await shop.CheckoutAsync(RunningShop.Checkout());
        var registered = RunningShop.Checkout(email: "greta.schmidt@example.com");
        registered["customer"]!["guest"] = false;
        var known = await shop.CheckoutAsync(registered);
        async Task<JsonNode> CustomerAsync(JsonNode order) =>
            (await shop.GetAsync($"order/{order["orderId"]}", "&_schema=complex"))!["customerInfo"]!;
        Assert.Equal((int)(await CustomerAsync(first))["profileId"]!, (int)(await CustomerAsync(second))["profileId"]!);
        var customer = await CustomerAsync(known);
        Assert.False((bool)customer["isAnonymous"]!);
        Assert.StartsWith("SHA512:", (string?)customer["password"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_orders_can_be_made_on_purpose()
    {
        await using var shop = await RunningShop.StartAsync();
        var broken = RunningShop.Checkout("NOT-IN-ERP", 1);
        broken["breakTotalBy"] = 0.5;
        var sound = await shop.CheckoutAsync(RunningShop.Checkout("NOT-IN-ERP", 1));
        var placed = await shop.CheckoutAsync(broken);
        Assert.Equal((decimal)sound["total"]! + 0.5m, (decimal)placed["total"]!);
    }

    [Fact]
    public async Task Order_of_more_than_is_left_goes_back_to_the_cart()
    {
        await using var shop = await RunningShop.StartAsync();
        using var answer = await shop.Client.PostAsJsonAsync("_sandbox/checkout", RunningShop.Checkout("MUG-01", 501), Cancel);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Empty((await shop.StateAsync())["orders"]!.AsArray());
        Assert.Equal(500, (int)(await shop.StateAsync())["stock"]!["MUG-01"]!);
    }

    [Fact]
    public async Task Old_orders_come_in_bulk_and_are_paged_by_their_last_change()
    {
        await using var shop = await RunningShop.StartAsync();
        var many = new JsonArray();
        for (var i = 0; i < 30; i++)
        {
            var checkout = RunningShop.Checkout(quantity: 1);
            checkout["placedAt"] = $"2024-03-{i + 1:d2}T22:30:00Z";
            many.Add(checkout);
        }

        Assert.Equal(30, (await shop.CheckoutAsync(many)).AsArray().Count);
        var page = (await shop.GetAsync(
            "order", "&_cnd[orderBy][0]=o.lastRenewDate&_cnd[orderBy][1]=desc&_cnd[limit][0]=1&_cnd[limit][1]=2&_schema=complex"))!.AsArray();
        Assert.Equal(["2024-03-29T22:30:00+00:00", "2024-03-28T22:30:00+00:00"], page.Select(order => (string)order!["updateDate"]!));
        var from = DateTimeOffset.Parse("2024-03-10T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        Assert.Equal(5, (await shop.GetAsync("order", $"&_cnd[date][0]={from}&_cnd[date][1]={from + (5 * 86400) - 1}"))!.AsArray().Count);
    }
}
