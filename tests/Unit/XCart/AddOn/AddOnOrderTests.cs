using System.Net;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Tests.Unit.XCart.Protocol;
using Xunit;

namespace Integration.Tests.Unit.XCart.AddOn;

public sealed class AddOnOrderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("5.4", "/store/admin.php?target=erp_bridge&call=tracking&order=8", "X-Integration-Key")]
    [InlineData("5.5", "/store/api/erp_bridge/tracking?order=8", "X-AUTH-TOKEN")]
    public async Task A_tracking_number_goes_through_the_add_on_with_the_writing_key_in_a_header(string api, string target, string header)
    {
        var shop = ShopWithAddOn.Of((_, _) => ScriptedShop.Json("""{"order":8,"result":"added"}"""));

        Assert.IsType<WriteOutcome.Done>(await Connector(shop, api).Tracking!.AddAsync("8", " 1Z999 ", Ct));
        var write = shop.Requests[^1];
        Assert.Equal(("POST", target, """{"number":"1Z999"}""", "application/json"), (write.Method, write.Target, write.Body, write.ContentType));
        Assert.Equal(ScriptedShop.WriteKey, write.Headers[header]);
        var about = Assert.Single(shop.Requests, request => ShopWithAddOn.CallOf(request) == "about");
        Assert.Equal(ScriptedShop.ReadKey, about.Headers[header]);
        Assert.DoesNotContain("key-0", about.Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5.4")]
    [InlineData("5.5")]
    public async Task The_erp_number_goes_through_the_add_on_as_a_line(string api)
    {
        var shop = ShopWithAddOn.Of((_, _) => ScriptedShop.Json("""{"order":8,"result":"present"}"""));

        Assert.IsType<WriteOutcome.AlreadyDone>(await Connector(shop, api).ErpNumber!.WriteAsync("8", "SO-000123", Ct));
        Assert.Equal("""{"line":"ERP: SO-000123"}""", shop.Requests[^1].Body);
    }

    [Fact]
    public async Task What_the_add_on_says_is_what_the_lane_is_told()
    {
        Assert.IsType<WriteOutcome.Rejected>(await AddAsync(ShopWithAddOn.Refused(HttpStatusCode.BadRequest, "too long")));
        Assert.IsType<WriteOutcome.Rejected>(await AddAsync(ShopWithAddOn.Refused(HttpStatusCode.NotFound, "no such order")));
        Assert.IsType<WriteOutcome.Denied>(await AddAsync(ShopWithAddOn.Refused(HttpStatusCode.Forbidden, "reading key")));
        Assert.IsType<WriteOutcome.Denied>(await AddAsync(ScriptedShop.Problem(HttpStatusCode.Unauthorized, "Invalid credentials.")));
        Assert.IsType<WriteOutcome.Unavailable>(await AddAsync(ScriptedShop.Empty(HttpStatusCode.ServiceUnavailable)));
        Assert.IsType<WriteOutcome.Throttled>(await AddAsync(ScriptedShop.Empty(HttpStatusCode.ServiceUnavailable, ("Retry-After", "5"))));
        Assert.IsType<WriteOutcome.Unknown>(await AddAsync(ScriptedShop.Empty(HttpStatusCode.InternalServerError)));
        Assert.IsType<WriteOutcome.Unknown>(await AddAsync(ScriptedShop.Json("""{"order":8,"result":"perhaps"}""")));
        Assert.IsType<WriteOutcome.Unknown>(await AddAsync(ScriptedShop.Json("<html>")));
    }

    [Fact]
    public async Task An_add_on_that_was_removed_is_asked_for_anew()
    {
        var installed = true;
        var shop = new ScriptedShop(asked => (installed ? ShopWithAddOn.Of((_, _) => ScriptedShop.Page(HttpStatusCode.NotFound)) : ShopWithAddOn.Of((_, _) => throw new InvalidOperationException(), about: null)).Ask(asked));
        var connector = Connector(shop, "5.5");

        Assert.IsType<WriteOutcome.Unavailable>(await connector.Tracking!.AddAsync("8", "1Z", Ct));
        installed = false;
        Assert.Contains("Install the add-on", Assert.IsType<WriteOutcome.Rejected>(await connector.Tracking!.AddAsync("8", "1Z", Ct)).Reasons[0].Message, StringComparison.Ordinal);
        Assert.Null(connector.Tracking);
    }

    [Fact]
    public async Task An_add_on_of_another_protocol_is_named_and_not_used()
    {
        var shop = ShopWithAddOn.Of((_, _) => throw new InvalidOperationException("It must not be used."), ShopWithAddOn.About.Replace("\"protocol\":1", "\"protocol\":2", StringComparison.Ordinal));
        var connector = Connector(shop, "5.5");

        var finding = (await FindingsAsync(shop)).Single(finding => finding.Check == "add-on");
        Assert.Equal(ProbeLevel.Warning, finding.Level);
        Assert.Contains("speaks protocol 2", finding.Message, StringComparison.Ordinal);
        Assert.Contains("Update the gateway", finding.Fix, StringComparison.Ordinal);
        Assert.IsType<WriteOutcome.Rejected>(await connector.Tracking!.AddAsync("8", "1Z", Ct));
    }

    [Fact]
    public async Task Without_the_add_on_5_5_names_what_it_cannot_do_and_5_4_names_stock_only()
    {
        foreach (var (api, tracking) in new[] { ("5.5", false), ("5.4", true) })
        {
            var connector = Connector(ShopWithAddOn.Of((_, _) => throw new InvalidOperationException(), about: null), api);
            await connector.RecentOrders!.PlacedSinceAsync(DateTimeOffset.UtcNow, Ct).GetAsyncEnumerator(Ct).MoveNextAsync();

            Assert.Equal((tracking, tracking, false), (connector.Capabilities.WriteTracking, connector.Capabilities.WriteErpNumber, connector.Capabilities.CompareAndSetStock));
            Assert.Equal(tracking, connector.Tracking is not null);
            Assert.Contains(connector.Capabilities.Unsupported, lack => lack.StartsWith("Stock levels", StringComparison.Ordinal));
            Assert.Equal(!tracking, connector.Capabilities.Unsupported.Any(lack => lack.StartsWith("Tracking numbers", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task The_add_on_tells_the_shops_version_and_warns_of_unsafe_stock()
    {
        var findings = await FindingsAsync(ShopWithAddOn.Of((_, _) => throw new InvalidOperationException(), ShopWithAddOn.About.Replace("\"atomicStock\":true", "\"atomicStock\":false", StringComparison.Ordinal)));

        Assert.Contains("5.4.1.5", findings.Single(finding => finding.Check == "version").Message, StringComparison.Ordinal);
        Assert.Equal(ProbeLevel.Warning, findings.Single(finding => finding.Check == "add-on").Level);
    }

    private static async Task<IReadOnlyList<ProbeFinding>> FindingsAsync(ScriptedShop shop)
    {
        var listing = new ScriptedShop(asked => asked.ApiPath == "orders" ? ScriptedShop.Json("[]") : shop.Ask(asked));
        return await Connector(listing, "5.5").ProbeReadingAsync(Ct);
    }

    private static Task<WriteOutcome> AddAsync(HttpResponseMessage answer) => Connector(ShopWithAddOn.Of((_, _) => answer), "5.5").Tracking!.AddAsync("8", "1Z", Ct);

    private static Integration.XCart.XCartConnector Connector(ScriptedShop shop, string api) => shop.Connector(Definition(api));

    private static ConnectionDefinition Definition(string api) => ShopPairs.Shop(new System.Text.Json.Nodes.JsonObject { ["api"] = api });
}
