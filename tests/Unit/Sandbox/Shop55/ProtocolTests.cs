using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop55;

public sealed class ProtocolTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_token_decides_what_may_be_called()
    {
        await using var shop = await RunningShop55.StartAsync();
        var order = (await shop.CheckoutAsync())["orderId"];

        using var none = await shop.SendAsync(HttpMethod.Get, "orders", token: null);
        using var wrong = await shop.SendAsync(HttpMethod.Get, "orders", "no-such-token");
        using var readerWrites = await shop.SendAsync(HttpMethod.Put, $"orders/{order}/payment_status", RunningShop55.ReadToken, new JsonObject { ["code"] = "P" });
        using var writerReads = await shop.SendAsync(HttpMethod.Get, "orders", RunningShop55.FullToken);

        Assert.Equal((401, """{"code":401,"message":"JWT Token not found"}"""), await SeenAsync(none));
        Assert.Equal((401, """{"message":"Invalid credentials."}"""), await SeenAsync(wrong));
        Assert.Equal(403, (int)readerWrites.StatusCode);
        Assert.Equal("Access Denied.", (string?)(await RunningShop55.BodyAsync(readerWrites))["detail"]);
        Assert.Equal(200, (int)writerReads.StatusCode);
        Assert.Equal("Q", (string?)(await shop.GetAsync($"orders/{order}/payment_status"))["code"]);
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/ld+json", "application/ld+json")]
    [InlineData("application/ld+json, application/json;q=0.5", "application/ld+json")]
    [InlineData("text/html", "text/html")]
    public async Task The_accept_header_picks_the_format(string? accept, string type)
    {
        await using var shop = await RunningShop55.StartAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("api/orders", UriKind.Relative));
        request.Headers.Add("X-AUTH-TOKEN", RunningShop55.ReadToken);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var answer = await shop.Client.SendAsync(request, Cancel);

        Assert.Equal((200, type), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_format_that_is_not_offered_is_406()
    {
        await using var shop = await RunningShop55.StartAsync();

        using var answer = await shop.SendAsync(HttpMethod.Get, "orders", accept: "application/xml");

        Assert.Equal(406, (int)answer.StatusCode);
        Assert.StartsWith("Requested format \"application/xml\" is not supported.", (string?)(await RunningShop55.BodyAsync(answer))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_json_lists_are_bare_and_json_ld_says_how_many_there_are()
    {
        await using var shop = await RunningShop55.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await shop.CheckoutAsync();
        }

        var plain = await shop.GetAsync("orders?itemsPerPage=2&page=2");
        using var linked = await shop.SendAsync(HttpMethod.Get, "orders?itemsPerPage=2", accept: "application/ld+json");
        var collection = await RunningShop55.BodyAsync(linked);

        Assert.Single(plain.AsArray());
        Assert.Equal("hydra:Collection", (string?)collection["@type"]);
        Assert.Equal(3, (int)collection["hydra:totalItems"]!);
        Assert.Equal(2, collection["hydra:member"]!.AsArray().Count);
        Assert.Equal("/api/orders?itemsPerPage=2&page=2", (string?)collection["hydra:view"]!["hydra:next"]);
        Assert.Equal("Order", (string?)collection["hydra:member"]![0]!["@type"]);
    }

    [Fact]
    public async Task A_page_has_30_members_unless_asked_and_never_more_than_100()
    {
        await using var shop = await RunningShop55.StartAsync();
        await shop.CheckoutAsync(new JsonArray([.. Enumerable.Range(0, 105).Select(_ => RunningShop.Checkout("MUG-02", 1))]));

        Assert.Equal(30, (await shop.GetAsync("orders")).AsArray().Count);
        Assert.Equal(100, (await shop.GetAsync("orders?itemsPerPage=500")).AsArray().Count);
        Assert.Equal(5, (await shop.GetAsync("orders?itemsPerPage=500&page=2")).AsArray().Count);
        Assert.Empty((await shop.GetAsync("orders?page=9")).AsArray());
        Assert.Equal(105, (await shop.GetAsync("orders?pagination=false")).AsArray().Count);
        Assert.Equal("Page should not be less than 1", await shop.RefusedAsync(400, HttpMethod.Get, "orders?page=0"));
    }

    [Fact]
    public async Task Errors_follow_the_format_that_was_asked_for()
    {
        await using var shop = await RunningShop55.StartAsync();

        using var linked = await shop.SendAsync(HttpMethod.Get, "orders/999", accept: "application/ld+json");
        var error = await RunningShop55.BodyAsync(linked);

        Assert.Equal((404, "hydra:Error", "Not Found"), ((int)linked.StatusCode, (string?)error["@type"], (string?)error["hydra:description"]));
        Assert.Equal("Not Found", await shop.RefusedAsync(404, HttpMethod.Get, "orders/999"));
    }

    [Theory]
    [InlineData("PATCH", "orders/{0}", 405)]
    [InlineData("PUT", "orders/{0}", 405)]
    [InlineData("POST", "orders", 405)]
    [InlineData("DELETE", "orders/{0}", 405)]
    [InlineData("POST", "orders/{0}/payment_transactions", 405)]
    [InlineData("PATCH", "products/1", 405)]
    [InlineData("POST", "carts", 405)]
    [InlineData("POST", "orders/{0}/tracking_numbers", 404)]
    [InlineData("PUT", "orders/{0}/notes", 404)]
    [InlineData("GET", "payment_methods", 404)]
    [InlineData("GET", "erp_bridge/about", 404)]
    public async Task What_5_5_cannot_do_is_refused(string method, string path, int status)
    {
        await using var shop = await RunningShop55.StartAsync();
        var order = (await shop.CheckoutAsync())["orderId"];
        var before = (await shop.GetAsync($"orders/{order}")).ToJsonString();

        using var answer = await shop.SendAsync(
            HttpMethod.Parse(method), string.Format(null, path, order), RunningShop55.FullToken, new JsonObject { ["value"] = "1Z" });

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("An error occurred", (string?)(await RunningShop55.BodyAsync(answer))["title"]);
        Assert.Equal(before, (await shop.GetAsync($"orders/{order}")).ToJsonString());
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_refused_and_a_charset_is_not()
    {
        await using var shop = await RunningShop55.StartAsync();
        var order = (await shop.CheckoutAsync())["orderId"];

        Assert.Equal(415, await PutAsync("{\"code\":\"P\"}", "application/x-www-form-urlencoded"));
        Assert.Equal(400, await PutAsync("{\"code\":", "application/json"));
        Assert.Equal(200, await PutAsync("{\"code\":\"P\"}", "application/json; charset=utf-8"));

        async Task<int> PutAsync(string body, string type)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"api/orders/{order}/payment_status", UriKind.Relative));
            request.Headers.Add("X-AUTH-TOKEN", RunningShop55.FullToken);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using var answer = await shop.Client.SendAsync(request, Cancel);
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public async Task The_document_lists_what_is_served()
    {
        await using var shop = await RunningShop55.StartAsync();

        var document = await shop.GetAsync("docs.json");

        Assert.NotNull(document["paths"]!["/api/orders/{id}/shipping_status"]!["put"]);
        Assert.Null(document["paths"]!["/api/orders/{id}"]!["put"]);
        Assert.DoesNotContain(document["paths"]!.AsObject(), path => path.Key.Contains("erp_bridge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_version_has_the_other_ones_api()
    {
        await using var rest = await RunningShop55.StartAsync();
        await using var legacy = await RunningShop.StartAsync();

        using var legacyOnRest = await rest.Client.GetAsync(new Uri($"admin.php?target=RESTAPI&_key={RunningShop.ReadKey}&_path=order", UriKind.Relative), Cancel);
        using var restOnLegacy = await legacy.Client.GetAsync(new Uri("api/orders", UriKind.Relative), Cancel);

        foreach (var answer in new[] { legacyOnRest, restOnLegacy })
        {
            Assert.Equal((404, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task Calls_are_counted_by_route_and_faults_apply()
    {
        await using var shop = await RunningShop55.StartAsync();
        var order = (await shop.CheckoutAsync())["orderId"];
        await shop.GetAsync($"orders/{order}");
        await shop.GetAsync($"orders/{order}/payment_status");

        await shop.Control.PostControlAsync("faults", new { kind = "status", status = 503, pathContains = "/api/orders", count = 1 });
        using var faulty = await shop.SendAsync(HttpMethod.Get, "orders");

        Assert.Equal(503, (int)faulty.StatusCode);
        var counts = shop.Control.Shop.Calls.Counts();
        Assert.Equal(1, counts["GET /api/orders/{id}"]);
        Assert.Equal(1, counts["GET /api/orders/{id}/payment_status"]);
        Assert.Equal(1, counts["GET /api/orders"]);
    }

    private static async Task<(int, string)> SeenAsync(HttpResponseMessage answer) =>
        ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
}
