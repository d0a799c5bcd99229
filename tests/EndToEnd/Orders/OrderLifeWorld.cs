using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integration.Run.Demo;
using Integration.Run.Stack;
using Xunit;

namespace Integration.Tests.EndToEnd.Orders;

/// <summary>The hands of a shop's staff and of people in the ERP, and what either system and the console show; orders are named by the shop's id.</summary>
internal sealed class OrderLifeWorld(HttpClient http, IRunningStack stack)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DemoSandbox _shop = new(http, stack.State.Shop);
    private readonly DemoSandbox _erp = new(http, stack.State.Erp);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<string> PlaceAsync(string? coupon, string payment)
    {
        var checkout = DemoCheckouts.For("life", 0, DemoKind.Good);
        checkout["lines"] = new JsonArray(new JsonObject { ["sku"] = "MUG-02", ["quantity"] = 2 }, new JsonObject { ["sku"] = "PEN-10", ["quantity"] = 3 });
        checkout["shippingMethod"] = "Courier";
        checkout["payment"] = payment;
        if (coupon is not null) checkout["coupon"] = coupon;
        return (await _shop.PostAsync("_sandbox/checkout", checkout, Ct))!["orderId"]!.ToString();
    }

    public Task ShopActAsync(string id, string action, JsonObject? details = null) => _shop.PostAsync($"_sandbox/orders/{id}/{action}", details, Ct);

    public async Task ErpActAsync(string action, string id, JsonObject? details = null)
    {
        var body = details ?? [];
        body["orderNbr"] = (string?)(await ErpAsync(id))["orderNbr"];
        await _erp.PostAsync($"_sandbox/{action}", body, Ct);
    }

    public Task CorrectAsync(JsonObject correction) => _erp.PostAsync("_sandbox/correct", correction, Ct);

    public async Task<JsonObject> ShopAsync(string id) =>
        (await _shop.StateAsync(Ct))["orders"]!.AsArray().Single(order => order!["orderId"]!.ToString() == id)!.AsObject();

    public async Task<int> StockAsync(string sku) => (int)(await _shop.StateAsync(Ct))["stock"]![sku]!;

    public async Task<JsonObject> ErpAsync(string id) => await FindErpAsync(id) ?? throw new InvalidOperationException($"Order {id} is not in the ERP.");

    public async Task<int> ErpOrdersAsync() => (await _erp.StateAsync(Ct))["orders"]!.AsArray().Count;

    public async Task<JsonArray> AttentionAsync() => (await http.GetFromJsonAsync<JsonArray>(new Uri(stack.State.Console, "api/attention?take=50"), Ct))!;

    public Task UntilErpAsync(string id, Func<JsonObject, bool> condition, string expectation) =>
        UntilAsync(async () => await FindErpAsync(id) is { } order && condition(order), expectation, async () => (await FindErpAsync(id))?.ToJsonString());

    public Task UntilShopAsync(string id, Func<JsonObject, bool> condition, string expectation) =>
        UntilAsync(async () => condition(await ShopAsync(id)), expectation, async () => (await ShopAsync(id)).ToJsonString());

    public Task UntilStockAsync(string sku, int amount) => UntilAsync(async () => await StockAsync(sku) == amount, $"the shop has {amount} of {sku}", async () => $"{await StockAsync(sku)}");

    public Task UntilStateAsync(string id, string state) => UntilAsync(
        async () => (await http.GetFromJsonAsync<JsonArray>(new Uri(stack.State.Console, $"api/records?state={state}&take=50"), Ct))!.Any(record => (string?)record!["recordId"] == id),
        $"order {id} is {state}", async () => (await http.GetStringAsync(new Uri(stack.State.Console, "api/records?take=50"), Ct)));

    public Task UntilAttentionAsync(string @class, string id) => UntilAsync(
        async () => (await AttentionAsync()).Any(entry => (string?)entry!["class"] == @class && (string?)entry["recordId"] == id),
        $"order {id} is on the attention list with {@class}", async () => (await AttentionAsync()).ToJsonString());

    private async Task<JsonObject?> FindErpAsync(string id)
    {
        var reference = $"{SandboxPairFile.StorefrontCode}-{(await ShopAsync(id))["orderNumber"]}";
        return (await _erp.StateAsync(Ct))["orders"]!.AsArray().SingleOrDefault(order => (string?)order!["externalRef"] == reference)?.AsObject();
    }

    private async Task UntilAsync(Func<Task<bool>> condition, string expectation, Func<Task<string?>> shown)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        deadline.CancelAfter(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        try
        {
            while (!await condition()) await tick.WaitForNextTickAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            Assert.Fail($"Not in time: {expectation}. Shown: {await shown()} Attention: {(await AttentionAsync()).ToJsonString()}");
        }
    }
}
