using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Entra;
using Integration.Sandbox.Dynamics.Finance;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

/// <summary>A stand-in with its own books for one test, and a caller with a token.</summary>
internal sealed class Environment : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"finance-{Guid.NewGuid():n}");
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public required EntraStandIn Entra { get; init; }

    public FinanceStandIn StandIn { get; private set; } = null!;

    public FinanceOptions Options { get; private set; } = null!;

    public string Token { get; set; } = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Environment> StartAsync(Action<FinanceSettings>? settings = null, Func<FinanceOptions, FinanceOptions>? with = null)
    {
        var chosen = new FinanceSettings { EventRetry = TimeSpan.FromMilliseconds(1) };
        settings?.Invoke(chosen);
        var environment = new Environment { Entra = await EntraStandIn.StartAsync(new EntraOptions(), Stop) };
        environment.Options = new FinanceOptions { DataFile = Path.Combine(environment._folder, "finance.db"), Entra = environment.Entra, Settings = chosen };
        environment.Options = with?.Invoke(environment.Options) ?? environment.Options;
        environment.StandIn = await FinanceStandIn.StartAsync(environment.Options, Stop);
        environment.Token = await environment.SignInAsync();
        return environment;
    }

    public async Task<string> SignInAsync(string? resource = null)
    {
        var app = Entra.Options.Applications[0];
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = app.ClientId, ["client_secret"] = app.Secrets[0],
            ["scope"] = $"{resource ?? StandIn.BaseUrl.GetLeftPart(UriPartial.Authority)}/.default",
        });
        using var response = await _client.PostAsync(new Uri(Entra.BaseUrl, $"/{Entra.Options.Tenant}/oauth2/v2.0/token"), form, Stop);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!["access_token"]!.GetValue<string>();
    }

    public async Task RestartAsync()
    {
        await StandIn.DisposeAsync();
        StandIn = await FinanceStandIn.StartAsync(Options, Stop);
        Token = await SignInAsync();
    }

    public async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content = null, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(StandIn.BaseUrl, path)) { Content = content };
        if (Token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        with?.Invoke(request);
        using var response = await _client.SendAsync(request, Stop);
        return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(Stop), response.Headers);
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, $"/data/{path}");

    public Task<Reply> PostAsync(string set, JsonObject body, Action<HttpRequestMessage>? with = null) => SendAsync(HttpMethod.Post, $"/data/{set}?cross-company=true", Json(body), with);

    public Task<Reply> PatchAsync(string address, JsonObject body, Action<HttpRequestMessage>? with = null) => SendAsync(HttpMethod.Patch, $"/data/{address}?cross-company=true", Json(body), with);

    public Task<Reply> DeleteAsync(string address) => SendAsync(HttpMethod.Delete, $"/data/{address}?cross-company=true");

    public async Task<JsonNode> ControlAsync(string name, JsonObject body)
    {
        var reply = await SendAsync(HttpMethod.Post, $"/_sandbox/{name}", Json(body));
        Assert.True(reply.Status == 200, reply.Text);
        return reply.Json;
    }

    public async Task<JsonNode> StateAsync() => (await SendAsync(HttpMethod.Get, "/_sandbox/state")).Json;

    /// <summary>Makes a record that must be accepted.</summary>
    public async Task<JsonNode> MadeAsync(string set, JsonObject body)
    {
        var reply = await PostAsync(set, body);
        Assert.True(reply.Status == 201, reply.Text);
        return reply.Json;
    }

    /// <summary>An order of the guest with one line for each item, from the main warehouse; its number.</summary>
    public async Task<string> OrderAsync(params (string Item, decimal Quantity, decimal Price)[] lines)
    {
        var header = await MadeAsync("SalesOrderHeadersV4", Header());
        var number = header["SalesOrderNumber"]!.GetValue<string>();
        foreach (var (item, quantity, price) in lines)
        {
            await MadeAsync("SalesOrderLinesV3", Line(number, item, quantity, price));
        }

        return number;
    }

    public async Task<JsonNode> ReadOrderAsync(string number) => (await GetAsync(Address(number))).Json;

    public async Task<IReadOnlyList<JsonNode>> LinesAsync(string number) => (await GetAsync($"SalesOrderLinesV3?$filter=SalesOrderNumber eq '{number}'&$orderby=LineNumber")).Rows;

    public async Task<JsonNode> StockAsync(string item, string warehouse = "MAIN") =>
        (await GetAsync($"WarehousesOnHandV2?$filter=ItemNumber eq '{item}' and InventoryWarehouseId eq '{warehouse}'")).Rows[0];

    public static JsonObject Header(params (string Name, JsonNode? Value)[] more) =>
        With(new JsonObject { ["dataAreaId"] = "usmf", ["OrderingCustomerAccountNumber"] = "WEBGUEST", ["CustomersOrderReference"] = "XC-1001", ["DefaultShippingWarehouseId"] = "MAIN" }, more);

    public static JsonObject Line(string order, string item, decimal quantity, decimal price, params (string Name, JsonNode? Value)[] more) =>
        With(new JsonObject { ["dataAreaId"] = "usmf", ["SalesOrderNumber"] = order, ["ItemNumber"] = item, ["OrderedSalesQuantity"] = quantity, ["SalesPrice"] = price }, more);

    public static string Address(string order, string set = "SalesOrderHeadersV4") => $"{set}(dataAreaId='usmf',SalesOrderNumber='{order}')";

    public static string LineAddress(JsonNode line) => $"SalesOrderLinesV3(dataAreaId='usmf',InventoryLotId='{line["InventoryLotId"]}')";

    public static StringContent Json(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    public async ValueTask DisposeAsync()
    {
        await StandIn.DisposeAsync();
        await Entra.DisposeAsync();
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static JsonObject With(JsonObject body, (string Name, JsonNode? Value)[] more)
    {
        foreach (var (name, value) in more)
        {
            body[name] = value;
        }

        return body;
    }
}
