using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integration.Run.Demo;
using Integration.Run.Stack;
using Xunit;

namespace Integration.Tests.EndToEnd.Returns;

/// <summary>The same with Finance and Operations, alone and behind Sales by dual-write: return orders, arrival, credit notes.</summary>
public sealed class DynamicsReturnsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory(Timeout = 300_000)]
    [InlineData("fno", "5.5"), InlineData("dataverse+fno", "5.4")]
    public async Task Returns_of_either_side_stand_once_on_both_and_what_is_owed_is_asked_for(string mode, string storeApi)
    {
        using var data = new TemporaryFolder();
        var options = new StackOptions { Pair = DynamicsSandbox.Name, Mode = mode, DataRoot = data.Path, StoreApi = storeApi, Full = true, EditPair = OnlyReturns };
        using var http = new HttpClient();
        await using var stack = await Stacks.StartAsync(options, new Dictionary<string, string>(), TestContext.Current.SendDiagnosticMessage, Ct);
        var (shop, erp) = (new DemoSandbox(http, stack.State.Shop), new DemoSandbox(http, stack.State.Erp));
        var (whole, part, byErp) = (await PlaceAsync(shop), await PlaceAsync(shop), await PlaceAsync(shop));
        IReadOnlyList<JsonObject> sold = [];
        await UntilAsync(async () => (sold = await RowsAsync(erp, "orders")).Count == 3, "the ERP has the orders");
        foreach (var order in sold)
        {
            await erp.PostAsync("_sandbox/ship", Keys(order), Ct);
            await erp.PostAsync("_sandbox/invoice", Keys(order), Ct);
        }

        await UntilAsync(async () => (await RowsAsync(shop, "orders")).All(order => Text(order, "shippingStatus") == "S"), "the shop shows all as shipped");

        // The shop: one order wholly, of another one mug and then shipping alone.
        await shop.PostAsync($"_sandbox/orders/{whole}/take-back", new JsonObject(), Ct);
        await shop.PostAsync($"_sandbox/orders/{part}/take-back", new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["sku"] = "MUG-02", ["quantity"] = 1 }), ["reason"] = "damaged" }, Ct);
        await shop.PostAsync($"_sandbox/orders/{part}/take-back", new JsonObject { ["withShipping"] = true }, Ct);
        await UntilAsync(async () => (await RowsAsync(erp, "returns")).Count(order => order["lines"]!.AsArray().Count > 0) == 3, "the ERP has the three returns");
        var returns = await RowsAsync(erp, "returns");
        Assert.Equal((await OrderAsync(shop, whole))["total"]!.GetValue<decimal>(), Ending(returns, "/R")["orderTotal"]!.GetValue<decimal>());
        Assert.Equal(("DAMAGED", "UNWANTED"), (Text(Ending(returns, "/N1"), "reason"), Text(Ending(returns, "/R"), "reason")));
        Assert.Equal(1m, Ending(returns, "/N1")["lines"]![0]!["qty"]!.GetValue<decimal>());

        // F&O: the warehouse receives one of the shop's, and people there enter and receive all goods of another order.
        await erp.PostAsync("_sandbox/return", Keys(Ending(returns, "/R")), Ct);
        var number = Text(await OrderAsync(shop, byErp), "orderNumber");
        var entered = await erp.PostAsync("_sandbox/return/enter", Keys(sold.Single(order => Text(order, "externalRef") == $"{SandboxPairFile.StorefrontCode}-{number}")), Ct);
        await erp.PostAsync("_sandbox/return", new JsonObject { ["orderNbr"] = entered!["orderNbr"]!.DeepClone() }, Ct);

        await UntilAsync(async () => Text(await OrderAsync(shop, byErp), "shippingStatus") == "R", "the shop shows the ERP's return");
        await UntilAsync(async () => (await OwedAsync(http, stack)).Order().SequenceEqual(((string[])[whole, byErp]).Order()), "both credit notes are owed");
        Assert.Equal("S", Text(await OrderAsync(shop, part), "shippingStatus"));

        // The money is given back in the shop; what the shop shows as returned makes no further return.
        await shop.PostAsync($"_sandbox/orders/{whole}/refund", new JsonObject(), Ct);
        await shop.PostAsync($"_sandbox/orders/{byErp}/refund", new JsonObject(), Ct);
        await UntilAsync(async () => (await OwedAsync(http, stack)).Count == 0, "nothing is owed any more");
        Assert.Equal(4, (await RowsAsync(erp, "returns")).Count);
    }

    // Other lanes of the full sandbox have tests of their own.
    private static void OnlyReturns(JsonObject pair)
    {
        foreach (var lane in pair["lanes"]!.AsObject().Select(lane => lane.Key).Where(name => name != "returns").ToList()) pair["lanes"]!.AsObject().Remove(lane);
    }

    private static async Task<string> PlaceAsync(DemoSandbox shop)
    {
        var checkout = DemoCheckouts.For("returns", 1, DemoKind.Good);
        checkout.Remove("coupon");
        checkout.Remove("currency");
        checkout["shippingMethod"] = "Courier";
        checkout["payment"] = "Paid";
        checkout["lines"] = new JsonArray(new JsonObject { ["sku"] = "MUG-02", ["quantity"] = 2 }, new JsonObject { ["sku"] = "BAG-15", ["quantity"] = 1 });
        return (await shop.PostAsync("_sandbox/checkout", checkout, Ct))!["orderId"]!.ToString();
    }

    private static async Task<JsonObject> OrderAsync(DemoSandbox shop, string id) => (await RowsAsync(shop, "orders")).Single(order => Text(order, "orderId") == id);

    private static async Task<IReadOnlyList<JsonObject>> RowsAsync(DemoSandbox box, string name) => [.. (await box.StateAsync(Ct))[name]!.AsArray().Select(row => row!.AsObject())];

    private static JsonObject Ending(IReadOnlyList<JsonObject> returns, string id) => returns.Single(order => Text(order, "externalRef").EndsWith(id, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> OwedAsync(HttpClient http, IRunningStack stack) =>
        [.. (await http.GetFromJsonAsync<JsonArray>(new Uri(stack.State.Console, "api/attention?take=50"), Ct))!
            .Where(entry => Text(entry!.AsObject(), "class") == "refund-at-provider").Select(entry => Text(entry!.AsObject(), "recordId"))];

    private static JsonObject Keys(JsonObject order) => new() { ["orderNbr"] = Text(order, "orderNbr") };

    private static string Text(JsonObject record, string name) => record[name]?.ToString() ?? "";

    private static Task UntilAsync(Func<Task<bool>> condition, string expectation) => Eventually.TrueAsync(condition, expectation, seconds: 60, everyMs: 200);
}
