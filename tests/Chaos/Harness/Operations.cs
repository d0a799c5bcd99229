using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Integration.Tests.Chaos.Harness;

/// <summary>The operations API, as an operator uses it.</summary>
internal sealed class Operations(HttpClient http, Uri address)
{
    /// <summary>Open attention entries.</summary>
    public async Task<IReadOnlyList<Attention>> AttentionAsync(CancellationToken ct) =>
        [.. (await http.GetFromJsonAsync<JsonArray>(new Uri(address, "api/attention?take=500"), ct))!.Select(entry => new Attention(
            entry!["class"]!.ToString(), entry["pair"]!.ToString(), entry["recordId"]!.ToString(), entry["number"]!.ToString(), (int)entry["times"]!, entry["reasons"]!.ToJsonString()))];

    /// <summary>Numbers of the orders in a state.</summary>
    public async Task<IReadOnlySet<string>> InStateAsync(string pair, string state, CancellationToken ct)
    {
        var numbers = new HashSet<string>();
        for (var skip = 0; ; skip += 500)
        {
            var page = (await http.GetFromJsonAsync<JsonArray>(new Uri(address, $"api/records?pair={pair}&state={state}&skip={skip}&take=500"), ct))!;
            numbers.UnionWith(page.Select(row => row!["number"]!.ToString()));
            if (page.Count < 500) return numbers;
        }
    }

    /// <summary>Connection → state.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ConnectionsAsync(CancellationToken ct) =>
        (await http.GetFromJsonAsync<JsonObject>(new Uri(address, "api/status"), ct))!["connections"]!.AsArray()
            .ToDictionary(connection => connection!["connection"]!.ToString(), connection => connection!["state"]!.ToString());

    public Task RetryAllAsync(string pair, string @class, CancellationToken ct) =>
        PostAsync("api/attention/retry-all", new JsonObject { ["pair"] = pair, ["class"] = @class }, ct);

    public Task ResumeAsync(string connection, CancellationToken ct) => PostAsync($"api/connections/{connection}/resume", new JsonObject(), ct);

    /// <summary>Reconciles and waits for the end; the whole report.</summary>
    public async Task<JsonObject> ReconcileAsync(string pair, TimeSpan deadline, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "api/reconciliations")) { Content = JsonContent.Create(new JsonObject { ["pair"] = pair }) };
        request.Headers.Add("X-Operator", "chaos");
        using var answer = await http.SendAsync(request, ct);
        Xunit.Assert.True(answer.IsSuccessStatusCode, $"reconciliations: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}");
        var path = new Uri(address, answer.Headers.Location!.ToString());
        return await Eventually.FindAsync(
            async token => (await http.GetFromJsonAsync<JsonObject>(path, token))!, report => report["finishedAt"] is not null, deadline, report => report.ToJsonString(), ct);
    }

    private async Task PostAsync(string path, JsonObject body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path)) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Operator", "chaos");
        using var answer = await http.SendAsync(request, ct);
        Xunit.Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}");
    }
}
