using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;
using Integration.Run.Stack;

namespace Integration.Run.Backfills;

/// <summary>Asks the service that reads a lane. A service that is away just now is asked again: its runs go on when it is back.</summary>
internal sealed class BackfillClient : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    public BackfillClient() => _http.DefaultRequestHeaders.Add("X-Operator", Uri.EscapeDataString(Environment.UserName));

    /// <summary>The lanes of a pair that this service can backfill.</summary>
    public async Task<IReadOnlyList<string>> LanesAsync(Uri service, string pair, CancellationToken ct)
    {
        using var answer = await _http.GetAsync(new Uri(service, $"internal/backfills/lanes/{pair}"), ct);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<IReadOnlyList<string>>(ct) ?? [] : [];
    }

    /// <summary>Starts a run, or joins the one that is on its way.</summary>
    public async Task<BackfillReported> StartAsync(Uri service, string pair, string lane, DateTimeOffset? since, bool dryRun, CancellationToken ct)
    {
        var request = new JsonObject { ["pair"] = pair, ["lane"] = lane, ["since"] = since, ["dryRun"] = dryRun };
        using var answer = await _http.PostAsJsonAsync(new Uri(service, "internal/backfills"), request, ct);
        return await ReadAsync(answer, ct);
    }

    /// <summary>How far a run is, or null while its service does not answer.</summary>
    public async Task<BackfillReported?> FindAsync(Uri service, Guid run, CancellationToken ct)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(service, $"internal/backfills/{run}"), ct);
            return answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError ? null : await ReadAsync(answer, ct);
        }
        catch (Exception away) when (away is HttpRequestException || (away is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>The last runs of a pair, the newest first.</summary>
    public async Task<IReadOnlyList<BackfillReported>> OfPairAsync(Uri service, string pair, CancellationToken ct) =>
        await _http.GetFromJsonAsync<IReadOnlyList<BackfillReported>>(new Uri(service, $"internal/backfills/of/{pair}"), ContractsJson.Options, ct) ?? [];

    /// <summary>Ends a run where it stands.</summary>
    public async Task<BackfillReported> CancelAsync(Uri service, Guid run, CancellationToken ct)
    {
        using var answer = await _http.PostAsync(new Uri(service, $"internal/backfills/{run}/cancel"), null, ct);
        return await ReadAsync(answer, ct);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<BackfillReported> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        if (answer.IsSuccessStatusCode) return (await answer.Content.ReadFromJsonAsync<BackfillReported>(ContractsJson.Options, ct))!;
        var problem = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? await answer.Content.ReadFromJsonAsync<JsonObject>(ct) : null;
        throw new StackException(problem?["detail"]?.GetValue<string>() ?? $"The service answered {(int)answer.StatusCode}.");
    }
}
