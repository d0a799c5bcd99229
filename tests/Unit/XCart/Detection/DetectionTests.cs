using System.Net;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Tests.Unit.XCart.Api55;
using Integration.Tests.Unit.XCart.Protocol;
using Integration.Tests.Unit.XCart.Recorded;
using Xunit;

namespace Integration.Tests.Unit.XCart.Detection;

public sealed class DetectionTests
{
    private static readonly Shown55 Whole = new("110");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ConnectionDefinition Auto => ShopPairs.Shop(new JsonObject { ["api"] = "auto" });

    [Fact]
    public async Task A_shop_of_5_5_is_found_without_its_token_ever_standing_in_an_address()
    {
        var shop = new ScriptedShop(asked => asked.ApiPath == "orders" ? ScriptedShop.Json("[]") : Whole.Answer(asked) ?? ScriptedShop.Page(HttpStatusCode.NotFound));

        Assert.IsType<ReadOutcome<Order>.Found>(await shop.Connector(Auto).Orders.ReadAsync(ShopPairs.Pair(), "8", Ct));
        Assert.All(shop.Requests, request => Assert.DoesNotContain("_key", request.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shop_of_5_4_is_found_and_asked_once()
    {
        var shop = new ScriptedShop(Shop54);
        var connector = shop.Connector(Auto);

        for (var round = 0; round < 2; round++) Assert.IsType<ReadOutcome<Order>.Found>(await connector.Orders.ReadAsync(ShopPairs.Pair(), "8", Ct));
        Assert.Single(shop.Requests, request => request.ApiPath == "orders");
        Assert.Equal(6, shop.Requests.Count);
    }

    [Fact]
    public async Task A_refused_token_is_still_an_answer_of_its_api()
    {
        var newer = new ScriptedShop(_ => ScriptedShop.Problem(HttpStatusCode.Unauthorized, "Invalid credentials."));
        var older = new ScriptedShop(asked => asked.ApiPath.Length > 0 ? ScriptedShop.Page(HttpStatusCode.NotFound) : ScriptedShop.Empty(HttpStatusCode.Forbidden));

        Assert.Contains("Settings > API", await DeniedAsync(newer), StringComparison.Ordinal);
        Assert.Contains("Settings > REST API", await DeniedAsync(older), StringComparison.Ordinal);
        Assert.All(newer.Requests, request => Assert.NotEqual("", request.ApiPath));
    }

    [Fact]
    public async Task A_shop_that_is_away_is_not_taken_for_another_version()
    {
        var away = true;
        var shop = new ScriptedShop(asked => away ? ScriptedShop.Empty(HttpStatusCode.ServiceUnavailable) : asked.ApiPath == "orders" ? ScriptedShop.Json("[]") : Whole.Answer(asked)!);
        var connector = shop.Connector(Auto);

        Assert.IsType<WriteOutcome.Unavailable>(Assert.IsType<ReadOutcome<Order>.Failed>(await connector.Orders.ReadAsync(ShopPairs.Pair(), "8", Ct)).Outcome);
        Assert.NotNull(connector.Tracking);
        away = false;
        Assert.IsType<ReadOutcome<Order>.Found>(await connector.Orders.ReadAsync(ShopPairs.Pair(), "8", Ct));
    }

    [Fact]
    public async Task A_shop_that_was_updated_is_found_by_the_next_probe()
    {
        var updated = false;
        var shop = new ScriptedShop(asked => !updated ? Shop54(asked)
            : asked.ApiPath.Length == 0 ? ScriptedShop.Page(HttpStatusCode.NotFound)
            : asked.ApiPath == "orders" ? ScriptedShop.Json($"[{Whole.Order().ToJsonString()}]") : Whole.Answer(asked) ?? ScriptedShop.Problem(HttpStatusCode.NotFound, "Not Found"));
        var connector = shop.Connector(Auto);
        await connector.Orders.ReadAsync(ShopPairs.Pair(), "8", Ct);
        updated = true;

        Assert.IsType<WriteOutcome.Denied>(Assert.IsType<ReadOutcome<Order>.Failed>(await connector.Orders.ReadAsync(ShopPairs.Pair(), "8", Ct)).Outcome);
        var findings = await connector.ProbeReadingAsync(Ct);
        Assert.Contains("5.5", findings.Single(finding => finding.Check == "api").Message, StringComparison.Ordinal);
        Assert.IsType<ReadOutcome<Order>.Found>(await connector.Orders.ReadAsync(ShopPairs.Pair(), "8", Ct));
    }

    [Fact]
    public async Task The_doctor_says_when_the_pair_file_names_the_wrong_api()
    {
        var shop = new ScriptedShop(asked => asked.ApiPath == "orders" ? ScriptedShop.Json("[]") : ScriptedShop.Page(HttpStatusCode.NotFound));

        var findings = await shop.Connector().ProbeReadingAsync(Ct);
        Assert.All(findings, finding => Assert.Equal(ProbeLevel.Failed, finding.Level));
        Assert.Contains("Remove the setting api", findings.Single(finding => finding.Check == "api").Fix, StringComparison.Ordinal);
    }

    private static HttpResponseMessage Shop54(ScriptedShop.Asked asked) =>
        asked.ApiPath.Length > 0 || asked.Target.Contains("erp_bridge", StringComparison.Ordinal) ? ScriptedShop.Page(HttpStatusCode.NotFound)
        : asked.Concerns("order/8") ? ScriptedShop.Json(asked.IsComplex ? RecordedOrders.ComplexText("110") : RecordedOrders.DefaultText("110"))
        : ScriptedShop.Json("[]");

    private static async Task<string> DeniedAsync(ScriptedShop shop) => Assert.IsType<WriteOutcome.Denied>(
        Assert.IsType<ReadOutcome<Order>.Failed>(await shop.Connector(Auto).Orders.ReadAsync(ShopPairs.Pair(), "8", Ct)).Outcome).Reason;
}
