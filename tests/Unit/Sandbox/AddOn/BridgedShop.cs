using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.AddOn;

/// <summary>A shop of either version with our add-on, and a client that calls the add-on.</summary>
internal sealed class BridgedShop : IAsyncDisposable
{
    private readonly ShopApi _api;

    private BridgedShop(RunningShop shop, ShopApi api)
    {
        Shop = shop;
        _api = api;
    }

    public RunningShop Shop { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<BridgedShop> StartAsync(ShopApi api, Func<ShopOptions, ShopOptions>? change = null) =>
        new(await RunningShop.StartAsync(options =>
        {
            var bridged = options with { Api = api, AddOn = true, HintSecond = TimeSpan.FromMilliseconds(10) };
            return change?.Invoke(bridged) ?? bridged;
        }), api);

    /// <summary>The items of a <c>GET stock</c>.</summary>
    public async Task<JsonArray> LevelsAsync(string query) => (await CallAsync("GET", "stock", query))["items"]!.AsArray();

    /// <summary>The result of setting one level, and the level it tells.</summary>
    public async Task<(string Result, long? Actual)> SetAsync(long product, long from, long to, long? variant = null)
    {
        var items = new JsonArray(new JsonObject { ["product"] = product, ["variant"] = variant, ["from"] = from, ["to"] = to });
        var answer = (await CallAsync("POST", "stock", "", new JsonObject { ["items"] = items }))["items"]![0]!;
        return ((string)answer["result"]!, (long?)answer["actual"]);
    }

    public async Task<JsonNode> CallAsync(string method, string call, string query = "", JsonNode? body = null)
    {
        using var answer = await SendAsync(method, call, query, body?.ToJsonString());
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True((int)answer.StatusCode == 200, $"{(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The field of a refusal.</summary>
    public async Task<string?> RefusedAsync(int status, string method, string call, string query, string? body)
    {
        using var answer = await SendAsync(method, call, query, body);
        Assert.Equal(status, (int)answer.StatusCode);
        var error = (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["error"]!;
        Assert.NotEqual("", (string?)error["message"]);
        return (string?)error["field"];
    }

    public async Task<HttpResponseMessage> SendAsync(
        string method, string call, string query = "", string? body = null, string? key = RunningShop.WriteKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), new Uri(
            _api == ShopApi.Legacy54 ? $"admin.php?target=erp_bridge&call={call}&{query}" : $"api/erp_bridge/{call}?{query}", UriKind.Relative));
        if (key is not null)
        {
            request.Headers.Add(_api == ShopApi.Legacy54 ? "X-Integration-Key" : "X-AUTH-TOKEN", key);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return await Shop.Client.SendAsync(request, Cancel);
    }

    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}
