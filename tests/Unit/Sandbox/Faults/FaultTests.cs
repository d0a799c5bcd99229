using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Faults;

public sealed class FaultTests : IAsyncLifetime
{
    private readonly FaultPlan _plan = new(TimeProvider.System);
    private readonly CallLog _calls = new();
    private LoopbackServer _server = null!;
    private HttpClient _client = null!;
    private int _carriedOut;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await LoopbackServer.StartAsync(0, _plan, _calls, TimeProvider.System, routes =>
            routes.MapPost("/work", async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body);
                var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
                Interlocked.Increment(ref _carriedOut);
                return Results.Json(new { got = body });
            }), Cancel);
        _client = new HttpClient { BaseAddress = _server.BaseUrl, Timeout = TimeSpan.FromSeconds(20) };
    }

    [Theory]
    [InlineData(FaultKind.Status, 429, 429)]
    [InlineData(FaultKind.Outage, 503, 503)]
    [InlineData(FaultKind.Html500, 0, 500)]
    [InlineData(FaultKind.Revoke, 401, 401)]
    public async Task Refused_request_is_not_carried_out(FaultKind kind, int status, int expected)
    {
        _plan.Add(new FaultRule { Kind = kind, Status = status, Headers = new Dictionary<string, string> { ["Retry-After"] = "7" } });
        using var answer = await SendAsync("a");
        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.Equal("7", answer.Headers.GetValues("Retry-After").Single());
        Assert.Equal(0, _carriedOut);
    }

    [Theory]
    [InlineData(FaultKind.Reset, 0)]
    [InlineData(FaultKind.Outage, 0)]
    [InlineData(FaultKind.CommitThenTimeout, 1)]
    public async Task Dropped_connection_carries_out_only_what_its_kind_says(FaultKind kind, int carriedOut)
    {
        _plan.Add(new FaultRule { Kind = kind, Delay = TimeSpan.FromMilliseconds(50) });
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("a"));
        Assert.Equal(carriedOut, _carriedOut);
        await Eventually.TrueAsync(() => _calls.Calls().Count == 1, "the call is noted");
        Assert.Equal(0, _calls.Calls()[0].Status);
    }

    [Fact]
    public async Task Late_commit_happens_after_the_client_has_lost_the_connection()
    {
        _plan.Add(new FaultRule { Kind = FaultKind.CommitLate, Delay = TimeSpan.FromMilliseconds(300), Count = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("a"));
        Assert.Equal(0, _carriedOut);
        await Eventually.TrueAsync(() => _carriedOut == 1, "it is carried out late");
    }

    [Fact]
    public async Task Late_answer_is_whole_and_its_request_was_carried_out_at_once()
    {
        _plan.Add(new FaultRule { Kind = FaultKind.AnswerLate, Delay = TimeSpan.FromSeconds(1) });
        var sending = SendAsync("a");
        await Eventually.TrueAsync(() => _carriedOut == 1, "it is carried out");
        Assert.False(sending.IsCompleted);
        using var answer = await sending;
        Assert.Equal("{\"got\":\"a\"}", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Malformed_answer_is_cut_in_half()
    {
        _plan.Add(new FaultRule { Kind = FaultKind.Malformed, BodyContains = "order" });
        using var whole = await SendAsync("other");
        using var cut = await SendAsync("order");
        Assert.Equal("{\"got\":\"other\"}", await whole.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("{\"got\":", await cut.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public void Same_seed_hits_the_same_requests()
    {
        Assert.Equal(Hits(seed: 4), Hits(seed: 4));
        Assert.NotEqual(Hits(seed: 4), Hits(seed: 5));

        static string Hits(int seed)
        {
            var plan = new FaultPlan(TimeProvider.System);
            plan.Add(new FaultRule { Kind = FaultKind.Reset, Probability = 0.5, Seed = seed });
            return string.Concat(Enumerable.Range(0, 40).Select(_ => plan.Take("GET", "/", null) is null ? '.' : 'x'));
        }
    }

    [Fact]
    public void Skip_and_count_choose_the_third_and_fourth_request()
    {
        _plan.Add(new FaultRule { Kind = FaultKind.Reset, Skip = 2, Count = 2, Method = "put" });
        Assert.Null(_plan.Take("GET", "/", null));
        Assert.Equal("..xx.", string.Concat(Enumerable.Range(0, 5).Select(_ => _plan.Take("PUT", "/", null) is null ? '.' : 'x')));
    }

    [Fact]
    public async Task Faults_are_added_and_removed_over_http()
    {
        using var added = await _client.PostAsJsonAsync(
            "/_sandbox/faults", new { kind = "Status", status = 503, pathContains = "/work" }, Cancel);
        var rule = (await added.Content.ReadFromJsonAsync<JsonArray>(Cancel))![0]!;
        using (var refused = await SendAsync("a"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        using var removed = await _client.DeleteAsync(new Uri($"/_sandbox/faults/{rule["id"]}", UriKind.Relative), Cancel);
        using var accepted = await SendAsync("a");
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
    }

    [Fact]
    public async Task Call_log_masks_keys_and_counts_per_route()
    {
        using var _ = await _client.PostAsync(new Uri("/work?_path=order&_key=s3cret&x=1", UriKind.Relative), new StringContent("a"), Cancel);
        var log = await _client.GetStringAsync(new Uri("/_sandbox/calls", UriKind.Relative), Cancel);
        Assert.DoesNotContain("s3cret", log, StringComparison.Ordinal);
        var calls = JsonNode.Parse(log)!;
        Assert.Equal("/work?_path=order&_key=***&x=1", (string?)calls["calls"]![0]!["target"]);
        Assert.Equal(1, (int?)calls["routes"]!["POST /work"]);
        Assert.Equal(1, (int?)calls["count"]);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    private Task<HttpResponseMessage> SendAsync(string body) =>
        _client.PostAsync(new Uri("/work", UriKind.Relative), new StringContent(body), Cancel);
}
