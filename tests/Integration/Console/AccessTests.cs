using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Integration.Tests.Integration.Platform;
using Microsoft.Extensions.Options;
using Xunit;
using static Integration.Tests.Integration.Console.Reports;

namespace Integration.Tests.Integration.Console;

public sealed class AccessTests : IAsyncLifetime
{
    private const string ApiKey = "k3y-of-the-operators-0123456789";
    private static readonly string[] Unlisted = ["GET /", "GET /console.css", "GET /console.js", "GET /openapi/v1.json", "GET /health/live", "GET /health/ready", "GET /api/nowhere"];
    private Surroundings? _surroundings;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Dictionary<string, string?> Settings => _surroundings!.Settings;

    public async ValueTask InitializeAsync() => _surroundings = await Surroundings.CreateAsync(null, null, Ct);

    public async ValueTask DisposeAsync()
    {
        if (_surroundings is not null) await _surroundings.DisposeAsync();
    }

    [Fact]
    public async Task The_OpenAPI_document_is_as_approved()
    {
        await using var console = await ConsoleHarness.StartAsync(Settings);

        var document = System.Text.Json.Nodes.JsonNode.Parse((await console.GetAsync("/openapi/v1.json")).GetRawText())!.AsObject();

        // The port is another one every time.
        document.Remove("servers");
        Approval.Check("openapi.json", document.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task Who_may_do_what_is_as_approved()
    {
        await using var open = await ConsoleHarness.StartAsync(Settings);
        using var document = JsonDocument.Parse((await open.GetAsync("/openapi/v1.json")).GetRawText());
        var routes = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"))
            .Concat(Unlisted).ToList();
        var table = routes.ToDictionary(route => route, _ => new List<string>());
        await FillAsync(open, table, (_, _) => { });
        await FillAsync(open, table, (request, _) => request.Headers.Host = "console.example.com");
        await FillAsync(open, table, (request, _) => request.Headers.Add("X-Forwarded-For", "203.0.113.9"));
        await FillAsync(open, table, (_, headers) => headers.Remove("X-Operator"));
        Settings["Secrets:Values:console-api-key"] = ApiKey;
        await using var guarded = await ConsoleHarness.StartAsync(Settings);
        await FillAsync(guarded, table, (_, _) => { });
        await FillAsync(guarded, table, (request, _) => request.Headers.Add("X-Api-Key", "wrong"));
        await FillAsync(guarded, table, (request, _) => request.Headers.Add("X-Api-Key", ApiKey));
        await FillAsync(guarded, table, (request, _) => { request.Headers.Add("X-Api-Key", ApiKey); request.Headers.Host = "console.example.com"; });

        string[] heads = ["route", "no key set", "foreign host", "forwarded", "unnamed", "key set: anonymous", "wrong key", "with key", "with key, other host"];
        string[] lines = [Line(heads), Line(heads.Select(_ => "---")), .. routes.Select(route => Line([route, .. table[route]]))];
        Approval.Check("access.md", string.Join("\n", lines));

        static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
    }

    [Theory]
    [InlineData("POST", "/api/attention/retry", "{", "application/json", HttpStatusCode.BadRequest, "could not be understood")]
    [InlineData("POST", "/api/attention/retry", "{}", "text/plain", HttpStatusCode.UnsupportedMediaType, "Content-Type: application/json")]
    [InlineData("GET", "/api/attention?state=nonsense", null, null, HttpStatusCode.BadRequest, "open, retrying or settled")]
    [InlineData("GET", "/api/records?take=many", null, null, HttpStatusCode.BadRequest, "could not be understood")]
    [InlineData("GET", "/api/nowhere", null, null, HttpStatusCode.NotFound, "nothing at this address")]
    [InlineData("PUT", "/api/attention/retry", "{}", "application/json", HttpStatusCode.MethodNotAllowed, "does not take that method")]
    [InlineData("POST", "/api/attention/retry", """{"key":"unknown"}""", "application/json", HttpStatusCode.NotFound, "No such entry")]
    public async Task Whatever_is_refused_is_a_problem_in_plain_words(string method, string path, string? body, string? type, HttpStatusCode status, string words)
    {
        await using var console = await ConsoleHarness.StartAsync(Settings);
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, type!) };

        using var answer = await console.Http.SendAsync(request, Ct);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(words, (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_inside_is_a_problem_that_tells_nothing_of_the_inside()
    {
        await using var console = await ConsoleHarness.StartAsync(Settings);
        await console.ReportAsync(Raised("1", 0));
        await console.Database.TransactAsync((unit, ct) => unit.ExecuteAsync("update console_attention set reasons = 'no json'", null, ct), Ct);

        using var answer = await console.Http.GetAsync(new Uri("/api/attention", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Json", await answer.Content.ReadAsStringAsync(Ct), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", null, null, "Urls = http://0.0.0.0:0: other machines could reach", "spoken to without TLS")]
    [InlineData("http://*:0", "key", null, null, "Console:TlsInFront=true")]
    [InlineData("https://0.0.0.0:0", null, null, "Set the secret 'console-api-key'", null)]
    [InlineData("http://127.0.0.1:0;http://192.0.2.7:80", null, "true", "needs an API key", null)]
    [InlineData("http://127.0.0.1:0", null, "true", "Console:TlsInFront = true", null)]
    public async Task It_does_not_start_where_others_could_reach_it_unguarded(string urls, string? key, string? tlsInFront, string? first, string? second)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(urls, key, tlsInFront));

        var failures = string.Join("\n", refused.Failures);
        if (first is not null) Assert.Contains(first, failures, StringComparison.Ordinal);
        if (second is not null) Assert.Contains(second, failures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Kestrel_endpoint_is_looked_at_as_well()
    {
        Settings["Kestrel:Endpoints:Public:Url"] = "http://0.0.0.0:0";

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("http://127.0.0.1:0", null, null));

        Assert.Contains("Kestrel:Endpoints:Public:Url = http://0.0.0.0:0", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", null, null)]
    [InlineData("http://[::1]:0", null, null)]
    [InlineData("http://0.0.0.0:0", "key", "true")]
    public async Task It_starts_where_it_is_guarded(string urls, string? key, string? tlsInFront) => await StartAsync(urls, key, tlsInFront);

    [Theory]
    [InlineData("http://alerts.example.com/hook", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "must be an https:// address")]
    [InlineData("https://alerts.example.com/hook", null, "is missing or malformed")]
    [InlineData("https://alerts.example.com/hook", "whsec_c2hvcnQ=", "is missing or malformed")]
    public async Task An_alert_webhook_that_could_be_read_or_forged_is_refused(string webhook, string? secret, string words)
    {
        Settings["Alerts:Webhook"] = webhook;
        Settings["Secrets:Values:alert-webhook"] = secret;

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("http://127.0.0.1:0", null, null));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    private async Task StartAsync(string urls, string? key, string? tlsInFront)
    {
        Settings["Urls"] = urls;
        if (key is not null) Settings["Secrets:Values:console-api-key"] = key;
        if (tlsInFront is not null) Settings["Console:TlsInFront"] = tlsInFront;
        await using var app = ConsoleHarness.Build(Settings);
        await app.StartAsync(Ct);
        await app.StopAsync(Ct);
    }

    private static async Task FillAsync(ConsoleHarness console, Dictionary<string, List<string>> table, Action<HttpRequestMessage, System.Net.Http.Headers.HttpRequestHeaders> change)
    {
        foreach (var (route, row) in table)
        {
            var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(console.Http.BaseAddress!, path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)));
            if (method == "POST") request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
            request.Headers.Add("X-Operator", "Ada");
            change(request, request.Headers);
            using var client = new HttpClient();
            using var answer = await client.SendAsync(request, Ct);
            row.Add($"{(int)answer.StatusCode}{(answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? "" : " (no problem)")}");
        }
    }
}
