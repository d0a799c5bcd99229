using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop;

/// <summary>A stand-in with its own file, and a client that speaks to it the way ours must.</summary>
internal sealed class RunningShop : IAsyncDisposable
{
    public const string ReadKey = "ro-key-0002";
    public const string WriteKey = "rw-key-0001";

    private readonly string _folder;

    private RunningShop(string folder, ShopStandIn shop)
    {
        _folder = folder;
        Shop = shop;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = shop.BaseUrl,
            Timeout = TimeSpan.FromSeconds(20),
        };
    }

    public ShopStandIn Shop { get; }

    public HttpClient Client { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<RunningShop> StartAsync(Func<ShopOptions, ShopOptions>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("shop-").FullName;
        var options = new ShopOptions { DataFile = Path.Combine(folder, "shop.db"), ReadKey = ReadKey, WriteKey = WriteKey };
        return new RunningShop(folder, await ShopStandIn.StartAsync(change?.Invoke(options) ?? options, Cancel));
    }

    public async Task<JsonNode?> GetAsync(string path, string more = "")
    {
        using var answer = await Client.GetAsync(Api(path, ReadKey, more), Cancel);
        Assert.Equal(200, (int)answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel));
    }

    public async Task<JsonNode?> WriteAsync(HttpMethod method, string path, JsonNode body)
    {
        using var answer = await SendAsync(method, path, body);
        Assert.Equal(200, (int)answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel));
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, Api(path, WriteKey, ""));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await Client.SendAsync(request, Cancel);
    }

    public async Task<JsonNode> CheckoutAsync(JsonNode checkout)
    {
        using var answer = await Client.PostAsJsonAsync("_sandbox/checkout", checkout, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public async Task ActAsync(JsonNode order, string action, object? details = null)
    {
        using var answer = await Client.PostAsJsonAsync($"_sandbox/orders/{order["orderId"]}/{action}", details ?? new { }, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    public async Task<JsonNode> StateAsync() => JsonNode.Parse(await Client.GetStringAsync(new Uri("_sandbox/state", UriKind.Relative), Cancel))!;

    public async Task PostControlAsync(string path, object body)
    {
        using var answer = await Client.PostAsJsonAsync($"_sandbox/{path}", body, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>A plain checkout: a guest in New York buys mugs and pays by phone.</summary>
    public static JsonObject Checkout(string sku = "MUG-01", int quantity = 2, string email = "anna@example.com") => new()
    {
        ["customer"] = new JsonObject { ["email"] = email, ["guest"] = true },
        ["billing"] = new JsonObject
        {
            ["firstname"] = "Anna",
            ["lastname"] = "Kowalska",
            ["street"] = "12 Main St",
            ["city"] = "New York",
            ["state"] = "NY",
            ["zipcode"] = "10001",
            ["country"] = "US",
            ["phone"] = "+1 212 555 0100",
        },
        ["lines"] = new JsonArray(new JsonObject { ["sku"] = sku, ["quantity"] = quantity }),
        ["paymentMethod"] = "PhoneOrdering",
    };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Shop.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static Uri Api(string path, string key, string more) =>
        new($"admin.php?target=RESTAPI&_key={key}&_path={path}{more}", UriKind.Relative);
}
