using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Sandbox.Dynamics.Dataverse.Control;
using Integration.Sandbox.Dynamics.DualWrite;
using Integration.Sandbox.Dynamics.Entra;
using Integration.Sandbox.Dynamics.Finance;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.DualWrite;

/// <summary>Both back ends with dual-write between them and their own books for one test, and a caller with a token for each.</summary>
internal sealed class Linked : IAsyncDisposable
{
    private const string Company = "usmf";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"dual-write-{Guid.NewGuid():n}");
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly Dictionary<Uri, string> _tokens = [];

    private Linked(EntraStandIn entra, TimeProvider time, FinanceSettings settings)
    {
        Entra = entra;
        Options = new DualWriteOptions
        {
            Finance = new FinanceOptions { DataFile = Path.Combine(_folder, "finance.db"), Entra = entra, Settings = settings },
            Dataverse = new DataverseOptions { DataFile = Path.Combine(_folder, "dataverse.db"), ClientId = entra.Options.Applications[0].ClientId },
            Time = time,
        };
    }

    public EntraStandIn Entra { get; }

    public DualWriteOptions Options { get; }

    public DualWriteStandIn StandIn { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Linked> StartAsync(TimeProvider? time = null, Action<FinanceSettings>? settings = null)
    {
        var chosen = new FinanceSettings();
        settings?.Invoke(chosen);
        var linked = new Linked(await EntraStandIn.StartAsync(new EntraOptions(), Stop), time ?? TimeProvider.System, chosen);
        linked.StandIn = await DualWriteStandIn.StartAsync(linked.Options, Stop);
        return linked;
    }

    public async Task RestartAsync()
    {
        await StandIn.DisposeAsync();
        StandIn = await DualWriteStandIn.StartAsync(Options, Stop);
    }

    private static string Warehouse => Bind("msdyn_warehouse", "msdyn_warehouses", "usmf:MAIN");

    public static string Bind(string table, string set, string name) => $"/{set}({Ids.Of(table, name)})";

    public static string Usmf => Bind("cdm_company", "cdm_companies", Company);

    /// <summary>An order of the guest as a caller sends it that wants it in Finance and Operations.</summary>
    public static JsonObject Order(params JsonObject[] lines)
    {
        var order = Web.Order([.. lines.Length > 0 ? lines : [Line("MUG-01", 2m, 8.95m)]]);
        order["msdyn_Company@odata.bind"] = Usmf;
        order["msdyn_ordertype"] = 192350000;
        order["msdyn_customersorderreference"] = "XC-1001";
        order["msdyn_invoicecustomerid_account@odata.bind"] = Web.Account("WEBGUEST");
        order["msdyn_DefaultShippingWarehouse@odata.bind"] = Warehouse;
        return order;
    }

    public static JsonObject Line(string sku, decimal quantity, decimal price) => Web.Line(sku, quantity, price)
        .With("msdyn_company@odata.bind", Usmf).With("msdyn_shippingwarehouse@odata.bind", Warehouse).With("msdyn_shippingsite@odata.bind", Bind("msdyn_operationalsite", "msdyn_operationalsites", "usmf:1"));

    public async Task<Answer> SendAsync(HttpMethod method, string path, JsonObject? body = null, string? prefer = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(StandIn.Dataverse.BaseUrl, path.StartsWith('/') ? path : Org.Root + path));
        request.Headers.Add("OData-Version", "4.0");
        request.Headers.Add("OData-MaxVersion", "4.0");
        if (prefer is not null)
        {
            request.Headers.Add("Prefer", prefer);
        }

        return await SendAsync(request, StandIn.Dataverse.BaseUrl, body);
    }

    /// <summary>Makes a record of Dataverse that must be accepted, and returns it.</summary>
    public async Task<JsonNode> MakeAsync(string set, JsonObject body)
    {
        var answer = await SendAsync(HttpMethod.Post, set, body, "return=representation");
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return answer.Json;
    }

    public async Task<JsonNode> OrderAsync(params JsonObject[] lines) => await MakeAsync("salesorders?$expand=order_details($orderby=sequencenumber)", Order(lines));

    public async Task<JsonNode> ReadAsync(JsonNode order) => (await SendAsync(HttpMethod.Get, $"salesorders({order.Id("salesorderid")})?$expand=order_details($orderby=sequencenumber)")).Json;

    public async Task<IReadOnlyList<JsonNode>> ListAsync(string query) => [.. (await SendAsync(HttpMethod.Get, query)).Rows.Select(row => row!)];

    /// <summary>Reads from Finance and Operations.</summary>
    public async Task<IReadOnlyList<JsonNode>> FinanceAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(StandIn.Finance.BaseUrl, $"/data/{query}"));
        return [.. (await SendAsync(request, StandIn.Finance.BaseUrl, null)).Rows.Select(row => row!)];
    }

    /// <summary>Makes a record of Finance and Operations that must be accepted, and returns it.</summary>
    public async Task<JsonNode> FinancePostAsync(string set, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(StandIn.Finance.BaseUrl, $"/data/{set}?cross-company=true"));
        var answer = await SendAsync(request, StandIn.Finance.BaseUrl, body);
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return answer.Json;
    }

    public Task<IReadOnlyList<JsonNode>> FinanceLinesAsync(string order) => FinanceAsync($"SalesOrderLinesV3?$filter=SalesOrderNumber eq '{order}'&$orderby=LineNumber");

    /// <summary>Plays people in Finance and Operations.</summary>
    public async Task<JsonNode> PlayAsync(string name, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(StandIn.Finance.BaseUrl, $"/_sandbox/{name}"));
        var answer = await SendAsync(request, StandIn.Finance.BaseUrl, body);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer.Json;
    }

    /// <summary>A control path of the copying; its state.</summary>
    public async Task<JsonNode> ControlAsync(string name, JsonObject? body = null)
    {
        var answer = await SendAsync(HttpMethod.Post, $"/_sandbox/dual-write/{name}", body ?? []);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer.Json;
    }

    public async Task<JsonNode> StateAsync() => (await SendAsync(HttpMethod.Get, "/_sandbox/dual-write")).Json;

    /// <summary>Waits until nothing is on its way any more; its state.</summary>
    public async Task<JsonNode> SettleAsync()
    {
        var until = DateTime.UtcNow.AddSeconds(20);
        while (true)
        {
            var state = await StateAsync();
            if (state.Whole("queued") == 0)
            {
                return state;
            }

            Assert.True(DateTime.UtcNow < until, state.ToJsonString());
            await Task.Delay(10, Stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StandIn.DisposeAsync();
        await Entra.DisposeAsync();
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request, Uri backEnd, JsonObject? body)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await SignInAsync(backEnd));
        request.Headers.Accept.ParseAdd("application/json");
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        using var response = await _client.SendAsync(request, Stop);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(Stop), headers);
    }

    /// <summary>The token for a back end.</summary>
    public async Task<string> SignInAsync(Uri backEnd)
    {
        if (_tokens.TryGetValue(backEnd, out var known))
        {
            return known;
        }

        var app = Entra.Options.Applications[0];
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = app.ClientId, ["client_secret"] = app.Secrets[0], ["scope"] = $"{backEnd.GetLeftPart(UriPartial.Authority)}/.default",
        });
        using var response = await _client.PostAsync(new Uri(Entra.BaseUrl, $"/{Entra.Options.Tenant}/oauth2/v2.0/token"), form, Stop);
        return _tokens[backEnd] = JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!.Text("access_token");
    }
}
