using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Integration.Tests.Chaos.Harness;

/// <summary>The operations API, as an operator uses it.</summary>
internal sealed class Operations(HttpClient http, Uri address)
{
    private const int Page = 500;

    /// <summary>Open attention entries.</summary>
    public async Task<IReadOnlyList<Attention>> AttentionAsync(CancellationToken ct) => [.. (await AllAsync("api/attention?", ct)).Select(entry => new Attention(
        entry["class"]!.ToString(), entry["pair"]!.ToString(), entry["recordId"]!.ToString(), entry["number"]!.ToString(), (int)entry["times"]!, entry["reasons"]!.ToJsonString()))];

    /// <summary>Numbers of the orders in a state.</summary>
    public async Task<IReadOnlySet<string>> InStateAsync(string pair, string state, CancellationToken ct) =>
        (await AllAsync($"api/records?pair={pair}&state={state}&", ct)).Select(row => row["number"]!.ToString()).ToHashSet();

    /// <summary>What happened to an order, in the console's words, oldest first.</summary>
    public async Task<IReadOnlyList<string>> TimelineAsync(string pair, string orderId, CancellationToken ct) =>
        [.. (await http.GetFromJsonAsync<JsonObject>(new Uri(address, $"api/records/{pair}/order/{orderId}"), ct))!["timeline"]!.AsArray().Select(entry => entry!["summary"]!.ToString())];

    /// <summary>Connection → state.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ConnectionsAsync(CancellationToken ct) =>
        (await http.GetFromJsonAsync<JsonObject>(new Uri(address, "api/status"), ct))!["connections"]!.AsArray()
            .ToDictionary(connection => connection!["connection"]!.ToString(), connection => connection!["state"]!.ToString());

    /// <summary>Starts to retry all that match, and tells where to ask how far it is.</summary>
    public async Task<Uri> RetryAllAsync(string pair, string @class, CancellationToken ct) =>
        (await PostAsync("api/attention/retry-all", new JsonObject { ["pair"] = pair, ["class"] = @class }, ct))!;

    /// <summary>How far something is that was started; null while the console is not there.</summary>
    public async Task<JsonObject?> ProgressAsync(Uri started, CancellationToken ct)
    {
        try
        {
            return await http.GetFromJsonAsync<JsonObject>(started, ct);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public Task ResumeAsync(string connection, CancellationToken ct) => PostAsync($"api/connections/{connection}/resume", new JsonObject(), ct);

    /// <summary>Reconciles and waits for the end; the whole report.</summary>
    public async Task<JsonObject> ReconcileAsync(string pair, TimeSpan deadline, CancellationToken ct)
    {
        var path = await PostAsync("api/reconciliations", new JsonObject { ["pair"] = pair }, ct);
        return await Eventually.FindAsync(
            async token => (await http.GetFromJsonAsync<JsonObject>(path, token))!, report => report["finishedAt"] is not null, deadline, report => report.ToJsonString(), ct);
    }

    private async Task<IReadOnlyList<JsonNode>> AllAsync(string query, CancellationToken ct)
    {
        var all = new List<JsonNode>();
        for (var skip = 0; ; skip += Page)
        {
            var page = (await http.GetFromJsonAsync<JsonArray>(new Uri(address, $"{query}skip={skip}&take={Page}"), ct))!;
            all.AddRange(page!);
            if (page.Count < Page) return all;
        }
    }

    // The address of what was started, where the answer names one.
    private async Task<Uri?> PostAsync(string path, JsonObject body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path)) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Operator", "chaos");
        using var answer = await http.SendAsync(request, ct);
        Xunit.Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}");
        return answer.Headers.Location is { } location ? new Uri(address, location.ToString()) : null;
    }
}
