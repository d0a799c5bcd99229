using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integration.Run.Demo;
using Integration.Run.Stack;
using Xunit;

namespace Integration.Tests.EndToEnd.Returns;

/// <summary>Goods come back over both systems of the sandbox, and neither side ever enters a return twice.</summary>
public sealed class ReturnsBothWaysTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory(Timeout = 300_000)]
    [InlineData("5.4"), InlineData("5.5")]
    public async Task Returns_of_either_side_stand_once_on_both_and_what_is_owed_is_asked_for(string storeApi)
    {
        using var data = new TemporaryFolder();
        var options = new StackOptions { DataRoot = data.Path, StoreApi = storeApi, Full = true, EditPair = OnlyReturns };
        using var http = new HttpClient();
        await using var stack = await Stacks.StartAsync(options, new Dictionary<string, string>(), TestContext.Current.SendDiagnosticMessage, Ct);
        var (shop, erp) = (new DemoSandbox(http, stack.State.Shop), new DemoSandbox(http, stack.State.Erp));
        var (whole, part, byErp) = (await PlaceAsync(shop), await PlaceAsync(shop), await PlaceAsync(shop));
        var sold = await SoldAsync(erp, 3);
        foreach (var order in sold)
        {
            await erp.PostAsync("_sandbox/ship", new JsonObject { ["orderNbr"] = Text(order, "orderNbr") }, Ct);
            await erp.PostAsync("_sandbox/invoice", new JsonObject { ["orderNbr"] = Text(order, "orderNbr") }, Ct);
        }

        await UntilAsync(async () => (await OrdersAsync(shop)).All(order => Text(order, "shippingStatus") == "S"), "the shop shows all as shipped");

        // The shop: one order wholly, of another one mug and then shipping alone.
        await shop.PostAsync($"_sandbox/orders/{whole}/take-back", new JsonObject(), Ct);
        await shop.PostAsync($"_sandbox/orders/{part}/take-back", new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["sku"] = "MUG-02", ["quantity"] = 1 }), ["reason"] = "damaged" }, Ct);
        await shop.PostAsync($"_sandbox/orders/{part}/take-back", new JsonObject { ["withShipping"] = true }, Ct);
        await UntilAsync(async () => (await ReturnsAsync(erp)).Count == 3, "the ERP has the three returns");
        var returns = await ReturnsAsync(erp);
        var total = (await OrdersAsync(shop)).Single(order => Text(order, "orderId") == whole)["total"]!.GetValue<decimal>();
        Assert.Equal(["CM", "RC", "RC"], returns.Select(order => Text(order, "orderType")).Order());
        Assert.Equal(total, returns.Single(order => Text(order, "externalRef").EndsWith("/R", StringComparison.Ordinal))["orderTotal"]!.GetValue<decimal>());
        Assert.Equal(1m, returns.Single(order => Text(order, "externalRef").EndsWith("/N1", StringComparison.Ordinal))["lines"]![0]!["qty"]!.GetValue<decimal>());

        // The ERP: the warehouse receives one of the shop's, and people there enter and receive a whole one.
        await erp.PostAsync("_sandbox/return", Keys(returns.Single(order => Text(order, "externalRef").EndsWith("/R", StringComparison.Ordinal))), Ct);
        var made = await EnterAsync(http, stack.State.Erp, await OfAsync(shop, sold, byErp));
        await erp.PostAsync("_sandbox/return", new JsonObject { ["orderType"] = "RC", ["orderNbr"] = made }, Ct);

        await UntilAsync(async () => Text((await OrdersAsync(shop)).Single(order => Text(order, "orderId") == byErp), "shippingStatus") == "R", "the shop shows the ERP's return");
        await UntilAsync(async () => (await OwedAsync(http, stack)).Order().SequenceEqual(((string[])[whole, byErp]).Order()), "both credit memos are owed");
        Assert.Equal("S", Text((await OrdersAsync(shop)).Single(order => Text(order, "orderId") == part), "shippingStatus"));

        // The money is given back in the shop; what the shop shows as returned makes no further return.
        await shop.PostAsync($"_sandbox/orders/{whole}/refund", new JsonObject(), Ct);
        await shop.PostAsync($"_sandbox/orders/{byErp}/refund", new JsonObject(), Ct);
        await UntilAsync(async () => (await OwedAsync(http, stack)).Count == 0, "nothing is owed any more");
        Assert.Equal(4, (await ReturnsAsync(erp)).Count);
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

    private static async Task<IReadOnlyList<JsonObject>> SoldAsync(DemoSandbox erp, int count)
    {
        IReadOnlyList<JsonObject> sold = [];
        await UntilAsync(async () => (sold = await OfTypesAsync(erp, "WO")).Count == count, "the ERP has the orders");
        return sold;
    }

    private static async Task<JsonObject> OfAsync(DemoSandbox shop, IReadOnlyList<JsonObject> sold, string orderId)
    {
        var number = Text((await OrdersAsync(shop)).Single(order => Text(order, "orderId") == orderId), "orderNumber");
        return sold.Single(order => Text(order, "externalRef") == $"{SandboxPairFile.StorefrontCode}-{number}");
    }

    private static Task<IReadOnlyList<JsonObject>> ReturnsAsync(DemoSandbox erp) => OfTypesAsync(erp, "RC", "CM");

    private static async Task<IReadOnlyList<JsonObject>> OfTypesAsync(DemoSandbox erp, params string[] types) =>
        [.. (await erp.StateAsync(Ct))["orders"]!.AsArray().Select(order => order!.AsObject()).Where(order => types.Contains(Text(order, "orderType")))];

    private static async Task<IReadOnlyList<JsonObject>> OrdersAsync(DemoSandbox shop) => [.. (await shop.StateAsync(Ct))["orders"]!.AsArray().Select(order => order!.AsObject())];

    private static async Task<IReadOnlyList<string>> OwedAsync(HttpClient http, IRunningStack stack) =>
        [.. (await http.GetFromJsonAsync<JsonArray>(new Uri(stack.State.Console, "api/attention?take=50"), Ct))!
            .Where(entry => Text(entry!.AsObject(), "class") == "refund-at-provider").Select(entry => Text(entry!.AsObject(), "recordId"))];

    // As people at the form do: against the invoice, with a reference of their own.
    private static async Task<string> EnterAsync(HttpClient http, Uri erp, JsonObject order)
    {
        using var content = new StringContent($$"""{ "name": "{{SandboxCredentials.ErpUser}}", "password": "{{SandboxCredentials.ErpPassword}}", "company": "{{SandboxCredentials.ErpTenant}}" }""", System.Text.Encoding.UTF8, "application/json");
        using var signedIn = await http.PostAsync(new Uri(erp, "entity/auth/login"), content, Ct);
        signedIn.EnsureSuccessStatusCode();
        var api = new Uri(erp, "entity/Default/24.200.001/");
        var sale = (await http.GetFromJsonAsync<JsonObject>(new Uri(api, $"SalesOrder/WO/{Text(order, "orderNbr")}?$expand=Shipments"), Ct))!;
        JsonObject Value(JsonNode? value) => new() { ["value"] = value };
        var body = new JsonObject
        {
            ["OrderType"] = Value("RC"), ["CustomerID"] = sale["CustomerID"]!.DeepClone(), ["CurrencyID"] = Value("USD"), ["ExternalRef"] = Value("by phone"), ["Hold"] = Value(false),
            ["Details"] = new JsonArray([.. order["lines"]!.AsArray().Select(line => new JsonObject
            {
                ["InventoryID"] = Value(Text(line!.AsObject(), "inventoryID")), ["OrderQty"] = Value(line["qty"]!.DeepClone()),
                ["InvoiceType"] = Value("Invoice"), ["InvoiceNbr"] = sale["Shipments"]![0]!["InvoiceNbr"]!.DeepClone(),
            })]),
        };
        using var put = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var made = await http.PutAsync(new Uri(api, "SalesOrder"), put, Ct);
        var answer = (await made.Content.ReadFromJsonAsync<JsonObject>(Ct))!;
        Assert.True(made.IsSuccessStatusCode, answer.ToJsonString());
        using var nothing = new StringContent("");
        using var signedOut = await http.PostAsync(new Uri(erp, "entity/auth/logout"), nothing, Ct);
        return (string)answer["OrderNbr"]!["value"]!;
    }

    private static JsonObject Keys(JsonObject order) => new() { ["orderType"] = Text(order, "orderType"), ["orderNbr"] = Text(order, "orderNbr") };

    private static string Text(JsonObject record, string name) => record[name]?.ToString() ?? "";

    private static Task UntilAsync(Func<Task<bool>> condition, string expectation) => Eventually.TrueAsync(condition, expectation, seconds: 60, everyMs: 200);
}
