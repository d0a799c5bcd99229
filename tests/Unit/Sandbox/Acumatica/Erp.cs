using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

/// <summary>A stand-in with its own books for one test, and a caller that holds every reply against the official description.</summary>
internal sealed class Erp : IAsyncDisposable
{
    public const string Endpoint = "/entity/Default/24.200.001";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"erp-{Guid.NewGuid():n}");
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    public required ErpStandIn StandIn { get; set; }

    public string Token { get; set; } = "";

    public ErpOptions Options { get; private set; } = null!;

    public static async Task<Erp> StartAsync(Action<ErpSettings>? settings = null, bool signIn = true, TimeProvider? time = null)
    {
        var chosen = new ErpSettings { LongOperation = TimeSpan.FromMilliseconds(1), PushRetry = TimeSpan.FromMilliseconds(1) };
        settings?.Invoke(chosen);
        var erp = new Erp { StandIn = null! };
        erp.Options = new ErpOptions { DataFile = Path.Combine(erp._folder, "erp.db"), Settings = chosen, Time = time ?? TimeProvider.System };
        erp.StandIn = await ErpStandIn.StartAsync(erp.Options, TestContext.Current.CancellationToken);
        if (signIn)
        {
            erp.Token = (await erp.GrantAsync())["access_token"]!.GetValue<string>();
        }

        return erp;
    }

    public async Task RestartAsync()
    {
        await StandIn.DisposeAsync();
        StandIn = await ErpStandIn.StartAsync(Options, TestContext.Current.CancellationToken);
    }

    public async Task<Reply> SendAsync(HttpMethod method, string path, JsonNode? body = null, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(StandIn.BaseUrl, path));
        if (Token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        with?.Invoke(request);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var called = request.RequestUri!.AbsolutePath;
        if (called.StartsWith(Endpoint + "/", StringComparison.Ordinal) && !called.StartsWith(Endpoint + "/files/", StringComparison.Ordinal))
        {
            Assert.Empty(OpenApi.Official.Mistakes(method.Method, Uri.UnescapeDataString(called[Endpoint.Length..]), (int)response.StatusCode, text));
        }

        return new Reply(response.StatusCode, text, response.Headers.Location?.ToString(), [.. response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []]);
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, $"{Endpoint}/{path}");

    public Task<Reply> PutAsync(string path, JsonNode body, Action<HttpRequestMessage>? with = null) => SendAsync(HttpMethod.Put, $"{Endpoint}/{path}", body, with);

    public Task<Reply> ControlAsync(string name, JsonObject? body = null) => SendAsync(HttpMethod.Post, $"/_sandbox/{name}", body ?? []);

    public async Task<JsonNode> StateAsync() => (await SendAsync(HttpMethod.Get, "/_sandbox/state")).Json;

    /// <summary>Puts an order that must be accepted, and returns it with everything that the tests look at.</summary>
    public async Task<JsonNode> OrderAsync(JsonObject? order = null)
    {
        var reply = await PutAsync("SalesOrder?$expand=Details,Totals,TaxDetails,Payments,DiscountDetails,ShipToAddress,BillToAddress", order ?? Web.Order());
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        return reply.Json;
    }

    /// <summary>Reads an order again by its keys.</summary>
    public async Task<JsonNode> ReadAsync(JsonNode order, string expand) =>
        (await GetAsync($"SalesOrder/{order.Value("OrderType")}/{order.Value("OrderNbr")}?$expand={expand}")).Json;

    /// <summary>Runs a long action and polls it to its end.</summary>
    public async Task<Reply> ActAsync(string entity, string action, JsonObject record, JsonObject? parameters = null)
    {
        var reply = await SendAsync(HttpMethod.Post, $"{Endpoint}/{entity}/{action}", new JsonObject { ["entity"] = record, ["parameters"] = parameters ?? [] });
        var watch = Stopwatch.StartNew();
        while (reply.Status == HttpStatusCode.Accepted && watch.Elapsed < TimeSpan.FromSeconds(20))
        {
            reply = await SendAsync(HttpMethod.Get, reply.Location!);
        }

        return reply;
    }

    public async Task<JsonNode> GrantAsync(string scope = "api offline_access") => (await FormAsync("token", new()
    {
        ["grant_type"] = "password", ["username"] = Options.Username, ["password"] = Options.Password, ["scope"] = scope,
    })).Json;

    public async Task<Reply> FormAsync(string call, Dictionary<string, string> form)
    {
        form.TryAdd("client_id", StandIn.ClientId);
        form.TryAdd("client_secret", Options.ClientSecret);
        using var content = new FormUrlEncodedContent(form);
        using var response = await _client.PostAsync(new Uri(StandIn.BaseUrl, $"/identity/connect/{call}"), content, TestContext.Current.CancellationToken);
        return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), null, []);
    }

    public async ValueTask DisposeAsync()
    {
        await StandIn.DisposeAsync();
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
