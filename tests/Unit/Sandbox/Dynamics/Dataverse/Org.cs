using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

/// <summary>A stand-in with its own books for one test, and a caller that sends what the service wants to have in every request.</summary>
internal sealed class Org : IAsyncDisposable
{
    public const string Root = "/api/data/v9.2/";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"dataverse-{Guid.NewGuid():n}");
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    public required DataverseStandIn StandIn { get; set; }

    public DataverseOptions Options { get; private set; } = null!;

    public string Token { get; set; } = FixedToken.Good;

    public static async Task<Org> StartAsync(Action<DataverseSettings>? settings = null, TimeProvider? time = null)
    {
        var chosen = new DataverseSettings { WebhookRetry = TimeSpan.FromMilliseconds(1) };
        settings?.Invoke(chosen);
        var org = new Org { StandIn = null! };
        var options = new DataverseOptions { DataFile = Path.Combine(org._folder, "dataverse.db"), Settings = chosen, Time = time ?? TimeProvider.System };
        org.Options = options with { Tokens = new FixedToken(options.ClientId) };
        org.StandIn = await DataverseStandIn.StartAsync(org.Options, TestContext.Current.CancellationToken);
        return org;
    }

    public async Task RestartAsync()
    {
        await StandIn.DisposeAsync();
        StandIn = await DataverseStandIn.StartAsync(Options, TestContext.Current.CancellationToken);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body = null, Action<HttpRequestMessage>? with = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("http", StringComparison.Ordinal) ? new Uri(path) : new Uri(StandIn.BaseUrl, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Add("OData-Version", "4.0");
        request.Headers.Add("OData-MaxVersion", "4.0");
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        with?.Invoke(request);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), headers);
    }

    public Task<Answer> GetAsync(string path, string? prefer = null) => SendAsync(HttpMethod.Get, path.StartsWith("http", StringComparison.Ordinal) ? path : Root + path, null, Preferring(prefer));

    public Task<Answer> PostAsync(string path, JsonObject body, string? prefer = null) => SendAsync(HttpMethod.Post, Root + path, body.ToJsonString(), Preferring(prefer));

    public Task<Answer> PatchAsync(string path, JsonObject body, string? prefer = null, string? match = null, string? noneMatch = null) => SendAsync(HttpMethod.Patch, Root + path, body.ToJsonString(), request =>
    {
        Preferring(prefer)(request);
        if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
        if (noneMatch is not null) request.Headers.TryAddWithoutValidation("If-None-Match", noneMatch);
    });

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, Root + path);

    public async Task<JsonNode> ControlAsync(string name, JsonObject? body = null)
    {
        var answer = await SendAsync(HttpMethod.Post, $"/_sandbox/{name}", (body ?? []).ToJsonString());
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer.Json;
    }

    public async Task<JsonNode> StateAsync() => (await SendAsync(HttpMethod.Get, "/_sandbox/state")).Json;

    /// <summary>Makes a record that must be accepted, and returns it.</summary>
    public async Task<JsonNode> MakeAsync(string set, JsonObject body)
    {
        var answer = await PostAsync(set, body, "return=representation");
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return answer.Json;
    }

    /// <summary>Makes an order that must be accepted, and returns it with its lines.</summary>
    public Task<JsonNode> OrderAsync(JsonObject? order = null) =>
        MakeAsync("salesorders?$expand=order_details($orderby=lineitemnumber)", order ?? Web.Order());

    /// <summary>Reads an order again with its lines.</summary>
    public async Task<JsonNode> ReadAsync(JsonNode order) =>
        (await GetAsync($"salesorders({order.Id("salesorderid")})?$expand=order_details($orderby=lineitemnumber)")).Json;

    public async ValueTask DisposeAsync()
    {
        await StandIn.DisposeAsync();
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Action<HttpRequestMessage> Preferring(string? prefer) => request =>
    {
        if (prefer is not null) request.Headers.TryAddWithoutValidation("Prefer", prefer);
    };
}
