using System.Text.Json.Nodes;
using Integration.Sandbox.Shop;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.AddOn;

public sealed class CallTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ShopApi.Legacy54, "5.4.1.5")]
    [InlineData(ShopApi.Rest55, "5.5.0.29")]
    public async Task About_says_what_is_there(ShopApi api, string store)
    {
        await using var shop = await BridgedShop.StartAsync(api);
        await shop.Shop.PostControlAsync("addon", new { installed = true, atomicStock = false });

        var about = await shop.CallAsync("GET", "about");

        Assert.Equal(("Integration-ErpBridge", 1, store, false), (
            (string?)about["addOn"], (int)about["protocol"]!, (string?)about["store"], (bool)about["atomicStock"]!));
        Assert.Equal(["hints", "stock", "tracking", "notes"], about["capabilities"]!.AsArray().Select(word => (string?)word));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", (string?)about["clock"]);
    }

    [Theory]
    [InlineData(ShopApi.Legacy54)]
    [InlineData(ShopApi.Rest55)]
    public async Task The_shops_keys_decide_what_may_be_called(ShopApi api)
    {
        await using var shop = await BridgedShop.StartAsync(api);

        using var none = await shop.SendAsync("GET", "about", key: null);
        using var wrong = await shop.SendAsync("GET", "about", key: "no-such-key");
        using var reads = await shop.SendAsync("GET", "about", key: RunningShop.ReadKey);
        using var readerWrites = await shop.SendAsync("POST", "stock", body: """{"items":[{"product":2,"from":500,"to":1}]}""", key: RunningShop.ReadKey);

        Assert.Equal((401, 401, 200, 403), ((int)none.StatusCode, (int)wrong.StatusCode, (int)reads.StatusCode, (int)readerWrites.StatusCode));
        Assert.Equal(500, (int)(await shop.Shop.StateAsync())["stock"]!["MUG-01"]!);
        Assert.DoesNotContain(shop.Shop.Shop.Calls.Calls(), call => call.Target.Contains("-key-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shop_whose_api_is_switched_off_refuses_everyone()
    {
        await using var shop = await BridgedShop.StartAsync(ShopApi.Legacy54, options => options with { ReadKey = "", WriteKey = "" });

        using var answer = await shop.SendAsync("GET", "about");

        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData(ShopApi.Legacy54, 302)]
    [InlineData(ShopApi.Rest55, 404)]
    public async Task A_shop_without_the_add_on_does_not_know_the_address(ShopApi api, int status)
    {
        await using var shop = await BridgedShop.StartAsync(api, options => options with { AddOn = null });

        using var answer = await shop.SendAsync("GET", "about");

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_5_4_shop_called_by_another_name_redirects()
    {
        await using var shop = await BridgedShop.StartAsync(ShopApi.Legacy54, options => options with { HttpHost = "shop.example.com" });

        using var answer = await shop.SendAsync("GET", "about");

        Assert.Equal("http://shop.example.com/admin.php?target=erp_bridge", $"{answer.Headers.Location}");
        Assert.Equal(302, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData(ShopApi.Legacy54)]
    [InlineData(ShopApi.Rest55)]
    public async Task What_cannot_be_understood_is_refused_as_a_whole(ShopApi api)
    {
        await using var shop = await BridgedShop.StartAsync(api);
        const string good = """{"product":2,"from":500,"to":1}""";

        Assert.Null(await shop.RefusedAsync(404, "GET", "nonsense", "", null));
        Assert.Null(await shop.RefusedAsync(405, "POST", "about", "", "{}"));
        Assert.Null(await shop.RefusedAsync(405, "GET", "tracking", "order=101", null));
        Assert.Null(await shop.RefusedAsync(400, "POST", "stock", "", "[]"));
        Assert.Null(await shop.RefusedAsync(400, "POST", "stock", "", "{"));
        Assert.Equal("items", await shop.RefusedAsync(400, "POST", "stock", "", "{}"));
        Assert.Equal("items", await shop.RefusedAsync(400, "POST", "stock", "", """{"items":[]}"""));
        Assert.Equal("items", await shop.RefusedAsync(400, "POST", "stock", "", $$"""{"items":[{{string.Join(',', Enumerable.Repeat(good, 501))}}]}"""));
        Assert.Equal("items[1]", await shop.RefusedAsync(400, "POST", "stock", "", $$"""{"items":[{{good}},7]}"""));
        foreach (var wrong in (string[])["-1", "4294967296", "1.0", "\"1\"", "null", "true"])
        {
            Assert.Equal(
                "items[1].to", await shop.RefusedAsync(400, "POST", "stock", "", $$"""{"items":[{{good}},{"product":2,"from":500,"to":{{wrong}}}]}"""));
        }

        Assert.Equal("items[0].product", await shop.RefusedAsync(400, "POST", "stock", "", """{"items":[{"product":0,"from":1,"to":1}]}"""));
        Assert.Null(await shop.RefusedAsync(413, "POST", "stock", "", $$"""{"items":[{{good}}],"more":"{{new string('x', 256 * 1024)}}"}"""));
        Assert.Null(await shop.RefusedAsync(400, "GET", "stock", string.Join('&', Enumerable.Range(1, 101).Select(id => $"products[]={id}")), null));
        Assert.Equal("products[0]", await shop.RefusedAsync(400, "GET", "stock", "products[]=two", null));
        Assert.Equal("skus", await shop.RefusedAsync(400, "GET", "stock", "skus=A", null));
        Assert.Equal(500, (int)(await shop.Shop.StateAsync())["stock"]!["MUG-01"]!);
    }

    [Theory]
    [InlineData(ShopApi.Legacy54)]
    [InlineData(ShopApi.Rest55)]
    public async Task Levels_are_read_by_sku_and_by_product(ShopApi api)
    {
        await using var shop = await BridgedShop.StartAsync(api);

        var bySku = await shop.LevelsAsync("skus[]=TEE-RED-M&skus[]=GIFT-WRAP&skus[]=TEE-BLU-L&skus[]=NO-SUCH-SKU&skus[]=mug-01");
        var byProduct = await shop.LevelsAsync("products[]=1&products[]=99");

        Assert.Equal(
            ["TEE-RED-M 200 True True", "TEE-BLU-L 1000 True False", "GIFT-WRAP 1000000 False True"],
            bySku.Select(item => $"{item!["sku"]} {item["amount"]} {(bool)item["tracked"]!} {(bool)item["own"]!}"));
        Assert.Equal(["TEE", "TEE-RED-S", "TEE-RED-M", "TEE-BLU-L"], byProduct.Select(item => (string?)item!["sku"]));
        Assert.Null(byProduct[0]!["variant"]);
    }

    [Theory]
    [InlineData(ShopApi.Legacy54)]
    [InlineData(ShopApi.Rest55)]
    public async Task A_level_is_set_only_from_what_it_is(ShopApi api)
    {
        await using var shop = await BridgedShop.StartAsync(api);
        var tee = await shop.LevelsAsync("products[]=1");
        var red = (long)tee[1]!["variant"]!;
        var blue = (long)tee[3]!["variant"]!;
        var wrap = (long)(await shop.LevelsAsync("skus[]=GIFT-WRAP"))[0]!["product"]!;

        Assert.Equal(("set", 7), await shop.SetAsync(2, 500, 7));
        Assert.Equal(("conflict", 7), await shop.SetAsync(2, 500, 9));
        Assert.Equal(("unchanged", 7), await shop.SetAsync(2, 7, 7));
        Assert.Equal(("conflict", 7), await shop.SetAsync(2, 8, 8));
        Assert.Equal(("set", 4294967295), await shop.SetAsync(2, 7, 4294967295));
        Assert.Equal(("unknown", null), await shop.SetAsync(999, 1, 2));
        Assert.Equal(("unknown", null), await shop.SetAsync(2, 200, 1, red));
        Assert.Equal(("set", 199), await shop.SetAsync(1, 200, 199, red));
        Assert.Equal(("productLevel", null), await shop.SetAsync(1, 1000, 1, blue));
        Assert.Equal(("notTracked", null), await shop.SetAsync(wrap, 1000000, 1));
        var stock = (await shop.Shop.StateAsync())["stock"]!;
        Assert.Equal((4294967295, 199, 1000), ((long)stock["MUG-01"]!, (long)stock["TEE-RED-S"]!, (long)stock["TEE"]!));
    }

    [Theory]
    [InlineData(ShopApi.Legacy54)]
    [InlineData(ShopApi.Rest55)]
    public async Task A_tracking_number_and_a_note_are_added_once(ShopApi api)
    {
        await using var shop = await BridgedShop.StartAsync(api);
        var order = (await shop.Shop.CheckoutAsync(RunningShop.Checkout()))["orderId"];
        var placed = await shop.Shop.StateAsync();
        await shop.Shop.ActAsync(placed["orders"]![0]!, "note", new { note = "Fragile" });

        Assert.Equal("added", await AddAsync("tracking", "number", "1Z999"));
        Assert.Equal("present", await AddAsync("tracking", "number", "1Z999"));
        Assert.Equal("added", await AddAsync("notes", "line", "ERP: SO-000123"));
        Assert.Equal("present", await AddAsync("notes", "line", "ERP: SO-000123"));
        Assert.Equal("present", await AddAsync("notes", "line", "Fragile"));
        Assert.Equal("order", await shop.RefusedAsync(404, "POST", "notes", "order=999", """{"line":"x"}"""));
        Assert.Equal("order", await shop.RefusedAsync(400, "POST", "notes", "order=first", """{"line":"x"}"""));
        Assert.Equal("line", await shop.RefusedAsync(400, "POST", "notes", $"order={order}", """{"line":"two\nlines"}"""));
        Assert.Equal("number", await shop.RefusedAsync(400, "POST", "tracking", $"order={order}", $$"""{"number":"{{new string('1', 256)}}"}"""));

        var row = (await shop.Shop.StateAsync())["orders"]![0]!;
        Assert.Equal(["1Z999"], row["trackingNumbers"]!.AsArray().Select(number => (string?)number));
        Assert.Equal("Fragile\nERP: SO-000123", (string?)row["adminNotes"]);

        async Task<string?> AddAsync(string call, string name, string text) =>
            (string?)(await shop.CallAsync("POST", call, $"order={order}", new JsonObject { [name] = text }))["result"];
    }

    [Fact]
    public async Task In_5_5_what_was_added_is_read_through_the_api()
    {
        await using var shop = await BridgedShop.StartAsync(ShopApi.Rest55);
        var order = (await shop.Shop.CheckoutAsync(RunningShop.Checkout()))["orderId"];
        await shop.CallAsync("POST", "tracking", $"order={order}", new JsonObject { ["number"] = "1Z999" });

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"api/orders/{order}", UriKind.Relative));
        request.Headers.Add("X-AUTH-TOKEN", RunningShop.ReadKey);
        using var answer = await shop.Shop.Client.SendAsync(request, Cancel);
        var seen = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;

        Assert.Equal("1Z999", (string?)seen["tracking_numbers"]![0]!["value"]);
    }
}
