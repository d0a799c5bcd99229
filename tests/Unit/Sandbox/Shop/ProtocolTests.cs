using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop;

public sealed class ProtocolTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/json; charset=utf-8", 400, "Unknown Content-Type provided")]
    [InlineData("text/plain", 400, "Unknown Content-Type provided")]
    [InlineData("application/json", 200, null)]
    public async Task Content_type_must_equal_one_name_exactly(string type, int status, string? error)
    {
        await using var shop = await RunningShop.StartAsync();
        using var answer = await shop.SendAsync(HttpMethod.Put, "product/2", new JsonObject { ["amount"] = 7 }, type);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(error, answer.Headers.TryGetValues("X-REST-Error", out var errors) ? errors.Single() : null);
        Assert.Equal(status == 200 ? 7 : 500, (int)(await shop.StateAsync())["stock"]!["MUG-01"]!);
    }

    [Fact]
    public async Task Other_host_is_redirected_with_the_whole_body_in_the_redirect()
    {
        await using var shop = await RunningShop.StartAsync(options => options with { HttpHost = "shop.example.com" });
        using var answer = await shop.Client.GetAsync(new Uri($"admin.php?target=RESTAPI&_key={RunningShop.ReadKey}&_path=product/1", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("http://shop.example.com/admin.php?target=RESTAPI", answer.Headers.Location!.ToString());
        Assert.Equal(1, (int?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!["product_id"]);

        using var ajax = new HttpRequestMessage(HttpMethod.Get, $"admin.php?target=RESTAPI&_key={RunningShop.ReadKey}&_path=product/1");
        ajax.Headers.Add("X-Requested-With", "XMLHttpRequest");
        using var direct = await shop.Client.SendAsync(ajax, Cancel);
        Assert.Equal(HttpStatusCode.OK, direct.StatusCode);

        using var canonical = new HttpRequestMessage(HttpMethod.Get, $"admin.php?target=RESTAPI&_key={RunningShop.ReadKey}&_path=product/1");
        canonical.Headers.Host = "shop.example.com:8080";
        using var served = await shop.Client.SendAsync(canonical, Cancel);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    [Fact]
    public async Task Unchanged_answer_is_304_to_its_etag()
    {
        await using var shop = await RunningShop.StartAsync();
        var target = $"admin.php?target=RESTAPI&_key={RunningShop.ReadKey}&_path=product/1";
        using var first = await shop.Client.GetAsync(new Uri(target, UriKind.Relative), Cancel);
        var tag = first.Headers.NonValidated["ETag"].ToString();
        Assert.Equal(32, tag.Length);
        using var again = new HttpRequestMessage(HttpMethod.Get, target);
        again.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var unchanged = await shop.Client.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Key_may_stand_in_the_body_of_a_write_and_the_model_inside_it()
    {
        await using var shop = await RunningShop.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(
            new JsonObject { ["_key"] = RunningShop.WriteKey, ["model"] = new JsonObject { ["amount"] = 5 } }.ToJsonString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await shop.Client.PutAsync(new Uri("admin.php?target=RESTAPI&_path=product/2", UriKind.Relative), content, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(5, (int)(await shop.StateAsync())["stock"]!["MUG-01"]!);
    }

    [Fact]
    public async Task Form_body_and_override_header_write_too_and_patch_only_reads()
    {
        await using var shop = await RunningShop.StartAsync();
        var target = new Uri($"admin.php?target=RESTAPI&_key={RunningShop.WriteKey}&_path=product/2", UriKind.Relative);
        using var form = new HttpRequestMessage(HttpMethod.Post, target);
        form.Headers.Add("X-HTTP-Method-Override", "PUT");
        form.Content = new ByteArrayContent("model[amount]=6"u8.ToArray());
        form.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        using var written = await shop.Client.SendAsync(form, Cancel);
        Assert.Equal(HttpStatusCode.OK, written.StatusCode);
        using var patched = await shop.SendAsync(HttpMethod.Patch, "product/2", new JsonObject { ["amount"] = 1 });
        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
        Assert.Equal(6, (int)(await shop.StateAsync())["stock"]!["MUG-01"]!);
    }

    [Fact]
    public async Task Delete_without_an_id_empties_the_table()
    {
        await using var shop = await RunningShop.StartAsync();
        Assert.True((bool)(await shop.WriteAsync(HttpMethod.Delete, "cdev-coupons-coupon", new JsonObject()))!);
        Assert.Empty((await shop.GetAsync("cdev-coupons-coupon"))!.AsArray());
    }

    [Fact]
    public async Task Numbers_and_text_are_written_as_php_writes_them()
    {
        await using var shop = await RunningShop.StartAsync();
        using var answer = await shop.Client.GetAsync(
            new Uri($"admin.php?target=RESTAPI&_key={RunningShop.ReadKey}&_path=product/4&_schema=complex", UriKind.Relative), Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("\"sku\":\"LAMP-Z\\u00dcRICH\"", text, StringComparison.Ordinal);
        Assert.Contains("\"price\":89.9,", text, StringComparison.Ordinal);
        Assert.Contains("http:\\/\\/127.0.0.1\\/cart.php", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_without_profile_is_a_php_error_to_read_complex_and_to_write()
    {
        await using var shop = await RunningShop.StartAsync();
        var made = await shop.WriteAsync(HttpMethod.Post, "order/0", new JsonObject { ["orderNumber"] = "X-1", ["total"] = 5 });
        var id = (int)made!["order_id"]!;
        using var read = await shop.Client.GetAsync(
            new Uri($"admin.php?target=RESTAPI&_key={RunningShop.ReadKey}&_path=order/{id}&_schema=complex", UriKind.Relative), Cancel);
        using var write = await shop.SendAsync(HttpMethod.Put, $"order/{id}", new JsonObject { ["adminNotes"] = "x" });
        Assert.Equal(HttpStatusCode.InternalServerError, read.StatusCode);
        Assert.StartsWith("<script>", await read.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, write.StatusCode);
        Assert.Equal("", (string?)(await shop.GetAsync($"order/{id}"))!["adminNotes"]);
    }

    [Fact]
    public async Task Calls_are_counted_by_entity_with_the_key_masked()
    {
        await using var shop = await RunningShop.StartAsync();
        await shop.GetAsync("product/1");
        await shop.GetAsync("product/2");
        Assert.Equal(2, shop.Shop.Calls.Counts()["GET product/{id}"]);
        Assert.DoesNotContain(shop.Shop.Calls.Calls(), call => call.Target.Contains(RunningShop.ReadKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Revoked_key_is_403_until_it_is_restored()
    {
        await using var shop = await RunningShop.StartAsync();
        var rule = shop.Shop.Faults.Add(new() { Kind = Integration.Sandbox.Faults.FaultKind.Revoke });
        using var refused = await shop.Client.GetAsync(
            new Uri($"admin.php?target=RESTAPI&_key={RunningShop.ReadKey}&_path=product/1", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty(await refused.Content.ReadAsStringAsync(Cancel));
        shop.Shop.Faults.Remove(rule.Id);
        Assert.NotNull(await shop.GetAsync("product/1"));
    }
}
