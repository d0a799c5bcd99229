using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop55;

/// <summary>A 5.5 shop with its own file, and a client that speaks to it.</summary>
internal sealed class RunningShop55 : IAsyncDisposable
{
    public const string ReadToken = RunningShop.ReadKey;
    public const string FullToken = RunningShop.WriteKey;

    private readonly RunningShop _shop;

    private RunningShop55(RunningShop shop) => _shop = shop;

    public RunningShop Control => _shop;

    public HttpClient Client => _shop.Client;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<RunningShop55> StartAsync(Func<ShopOptions, ShopOptions>? change = null) =>
        new(await RunningShop.StartAsync(options =>
        {
            var rest = options with { Api = ShopApi.Rest55 };
            return change?.Invoke(rest) ?? rest;
        }));

    public Task<JsonNode> CheckoutAsync(JsonNode? checkout = null) => _shop.CheckoutAsync(checkout ?? RunningShop.Checkout());

    public async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        Assert.Equal(200, (int)answer.StatusCode);
        return await BodyAsync(answer);
    }

    public async Task<JsonNode> WriteAsync(HttpMethod method, string path, JsonNode body, int expected = 200)
    {
        using var answer = await SendAsync(method, path, FullToken, body);
        Assert.True((int)answer.StatusCode == expected, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Cancel)}");
        return await BodyAsync(answer);
    }

    /// <summary>The <c>detail</c> of an error with this status.</summary>
    public async Task<string> RefusedAsync(int status, HttpMethod method, string path, JsonNode? body = null)
    {
        using var answer = await SendAsync(method, path, FullToken, body);
        var problem = await BodyAsync(answer);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("An error occurred", (string?)problem["title"]);
        return (string)problem["detail"]!;
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? token = ReadToken, JsonNode? body = null, string? accept = "application/json")
    {
        using var request = new HttpRequestMessage(method, new Uri($"api/{path}", UriKind.Relative));
        if (token is not null)
        {
            request.Headers.Add("X-AUTH-TOKEN", token);
        }

        if (accept is not null)
        {
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        }

        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return await Client.SendAsync(request, Cancel);
    }

    public async ValueTask DisposeAsync() => await _shop.DisposeAsync();

    public static async Task<JsonNode> BodyAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
}
