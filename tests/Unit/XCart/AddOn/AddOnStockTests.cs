using System.Net;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Tests.Unit.XCart.Protocol;
using Xunit;

namespace Integration.Tests.Unit.XCart.AddOn;

public sealed class AddOnStockTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Levels_are_read_by_sku_and_a_shared_sku_gives_all()
    {
        var shop = ShopWithAddOn.Of((_, _) => ScriptedShop.Json(
            """{"items":[{"sku":"A","product":12,"variant":null,"amount":7,"tracked":true,"own":true},{"sku":"A","product":12,"variant":3,"amount":7,"tracked":true,"own":false}]}"""));

        var read = Assert.IsType<StockReading.Read>(await Stock(shop).ReadAsync(["A", "B & C"], Ct));
        Assert.Equal([new StockLevel(new StockItem("12"), "A", 7, true, true), new StockLevel(new StockItem("12", "3"), "A", 7, true, false)], read.Levels);
        Assert.Equal("/store/api/erp_bridge/stock?skus[]=A&skus[]=B & C", shop.Requests[^1].Target);
    }

    [Fact]
    public async Task Many_are_asked_for_and_set_in_parts()
    {
        var shop = ShopWithAddOn.Of((_, asked) => asked.IsRead ? ScriptedShop.Json("""{"items":[]}""") : Echo(asked, "set"));

        await Stock(shop).ReadAsync([.. Enumerable.Range(1, 250).Select(number => $"SKU-{number}")], Ct);
        Assert.Equal([100, 100, 50], shop.Requests.Where(request => request.Target.Contains("skus", StringComparison.Ordinal)).Select(request => request.Target.Split("skus[]").Length - 1));
        var results = await Stock(shop).CompareAndSetAsync([.. Enumerable.Range(1, 1200).Select(product => new StockChange(new StockItem($"{product}"), 1, product))], Ct);
        Assert.Equal(Enumerable.Range(1, 1200).Select(product => (long)product), results.Select(result => Assert.IsType<StockResult.Set>(result).Actual));
        Assert.Equal(3, shop.Requests.Count(request => request.Method == "POST"));
    }

    [Fact]
    public async Task Each_change_gets_its_own_result()
    {
        var shop = ShopWithAddOn.Of((_, _) => ScriptedShop.Json("""
            {"items":[{"product":1,"variant":null,"result":"set","actual":5},{"product":2,"variant":9,"result":"unchanged","actual":4},{"product":3,"variant":null,"result":"conflict","actual":6},
            {"product":4,"variant":null,"result":"unknown","actual":null},{"product":5,"variant":null,"result":"notTracked","actual":null},{"product":6,"variant":7,"result":"productLevel","actual":null}]}
            """));
        StockChange[] changes =
        [
            new(new StockItem("1"), 7, 5), new(new StockItem("x"), 1, 2), new(new StockItem("2", "9"), 4, 4), new(new StockItem("3"), 7, 5), new(new StockItem("4"), 7, 5), new(new StockItem("5"), 7, 5),
            new(new StockItem("6", "7"), 7, 5), new(new StockItem("7"), -1, 5),
        ];

        var results = await Stock(shop).CompareAndSetAsync(changes, Ct);
        Assert.Equal(
            [new StockResult.Set(5), new StockResult.Unchanged(4), new StockResult.Conflict(6), new StockResult.Unknown(), new StockResult.NotTracked(), new StockResult.FollowsProduct()],
            results.Where(result => result is not StockResult.Failed));
        // What the add-on cannot understand would make it refuse the whole call.
        Assert.Equal([1, 7], results.Index().Where(result => result.Item is StockResult.Failed { Outcome: WriteOutcome.Rejected }).Select(result => result.Index));
        var sent = JsonNode.Parse(shop.Requests[^1].Body)!["items"]!.AsArray();
        Assert.Equal(6, sent.Count);
        Assert.Equal("""{"product":2,"variant":9,"from":4,"to":4}""", sent[1]!.ToJsonString());
    }

    [Fact]
    public async Task A_call_that_may_have_been_carried_out_is_unknown_for_its_changes_only()
    {
        var calls = 0;
        var shop = ShopWithAddOn.Of((_, asked) => ++calls == 2 ? ScriptedShop.Empty(HttpStatusCode.InternalServerError) : Echo(asked, "set"));

        var results = await Stock(shop).CompareAndSetAsync([.. Enumerable.Range(1, 1001).Select(product => new StockChange(new StockItem($"{product}"), 1, product))], Ct);
        Assert.Equal(500, results.Take(500).OfType<StockResult.Set>().Count());
        Assert.Equal(500, results.Skip(500).Take(500).OfType<StockResult.Failed>().Count(failed => failed.Outcome is WriteOutcome.Unknown));
        Assert.IsType<StockResult.Set>(results[^1]);
    }

    [Fact]
    public async Task An_answer_about_other_items_is_not_believed()
    {
        var shop = ShopWithAddOn.Of((_, _) => ScriptedShop.Json("""{"items":[{"product":2,"variant":null,"result":"set","actual":5}]}"""));

        Assert.IsType<WriteOutcome.Unknown>(Assert.IsType<StockResult.Failed>(Assert.Single(await Stock(shop).CompareAndSetAsync([new StockChange(new StockItem("1"), 7, 5)], Ct))).Outcome);
    }

    [Fact]
    public async Task Without_the_add_on_nothing_is_set()
    {
        var shop = ShopWithAddOn.Of((_, _) => throw new InvalidOperationException(), about: null);

        Assert.IsType<WriteOutcome.Rejected>(Assert.IsType<StockResult.Failed>(Assert.Single(await Stock(shop).CompareAndSetAsync([new StockChange(new StockItem("1"), 7, 5)], Ct))).Outcome);
        Assert.IsType<WriteOutcome.Rejected>(Assert.IsType<StockReading.Failed>(await Stock(ShopWithAddOn.Of((_, _) => throw new InvalidOperationException(), about: null)).ReadAsync(["A"], Ct)).Outcome);
    }

    private static IStockLevels Stock(ScriptedShop shop) => shop.Connector(ShopPairs.Shop55()).StockLevels!;

    private static HttpResponseMessage Echo(ScriptedShop.Asked asked, string result) => ScriptedShop.Json(new JsonObject
    {
        ["items"] = new JsonArray([.. JsonNode.Parse(asked.Body)!["items"]!.AsArray().Select(item => new JsonObject
        {
            ["product"] = item!["product"]!.DeepClone(), ["variant"] = item["variant"]?.DeepClone(), ["result"] = result, ["actual"] = item["to"]!.DeepClone(),
        })]),
    }.ToJsonString());
}
