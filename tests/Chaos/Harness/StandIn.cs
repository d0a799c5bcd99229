using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Integration.Tests.Chaos.Harness;

/// <summary>The control paths of one stand-in: what it holds, what it was called, how it misbehaves.</summary>
internal sealed class StandIn(HttpClient http, Uri address)
{
    public Uri Address => address;

    public async Task<JsonObject> StateAsync(CancellationToken ct) => (await http.GetFromJsonAsync<JsonObject>(new Uri(address, "_sandbox/state"), ct))!;

    /// <summary>Adds fault rules; they may be counted, timed or by chance.</summary>
    public Task FaultAsync(CancellationToken ct, params JsonObject[] rules) => PostAsync("faults", new JsonArray([.. rules]), ct);

    /// <summary>Behaves again.</summary>
    public async Task BehaveAsync(CancellationToken ct)
    {
        using var answer = await http.DeleteAsync(new Uri(address, "_sandbox/faults"), ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How often each rule has hit, by its kind.</summary>
    public async Task<ILookup<string, int>> HitsAsync(CancellationToken ct)
    {
        var rules = (await http.GetFromJsonAsync<JsonArray>(new Uri(address, "_sandbox/faults"), ct))!;
        return rules.ToLookup(rule => Kind(rule!), rule => (int)rule!["hits"]!);
    }

    public async Task<IReadOnlyList<StandInCall>> CallsAsync(CancellationToken ct)
    {
        var log = (await http.GetFromJsonAsync<JsonObject>(new Uri(address, "_sandbox/calls"), ct))!;
        return [.. log["calls"]!.AsArray().Select(call => new StandInCall(
            (DateTimeOffset)call!["at"]!, (string)call["method"]!, (string)call["target"]!, (int)call["status"]!,
            TimeSpan.FromMilliseconds((double)call["milliseconds"]!), call["fault"]?.ToString()))];
    }

    /// <summary>What was committed behind that place of the journal; none when there is no more.</summary>
    public async Task<IReadOnlyList<OrderCommit>> JournalAsync(long after, CancellationToken ct) =>
        [.. (await http.GetFromJsonAsync<JsonArray>(new Uri(address, $"_sandbox/journal?after={after}"), ct))!.Select(commit => new OrderCommit(
            (long)commit!["seq"]!, DateTimeOffset.UnixEpoch.AddMilliseconds((double)commit["at"]!), (string)commit["reference"]!))];

    public async Task ForgetCallsAsync(CancellationToken ct)
    {
        using var answer = await http.DeleteAsync(new Uri(address, "_sandbox/calls"), ct);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<JsonNode?> PostAsync(string path, JsonNode body, CancellationToken ct)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(address, $"_sandbox/{path}"), content, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"The sandbox refused {path}: {(int)answer.StatusCode} {text}", null, answer.StatusCode);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private static string Kind(JsonNode rule) => rule["rule"]!["kind"]!.ToString();
}
