using System.Text.Json.Nodes;

namespace Integration.Tests.Chaos.Security;

/// <summary>Everything that the operations API shows.</summary>
internal sealed class ConsolePages(HttpClient http, Uri console)
{
    /// <summary>Path → what it shows.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(string pair, CancellationToken ct)
    {
        var pages = new Dictionary<string, string>();
        foreach (var path in new[]
        {
            "api/attention?take=500", "api/attention?state=settled&take=500", "api/attention/groups", "api/records?take=500", "api/status", "api/retries", "api/backfills", "api/reconciliations",
            $"api/pairs/{pair}/documents", "openapi/v1.json", "health/ready",
        })
        {
            pages[path] = await http.GetStringAsync(new Uri(console, path), ct);
        }

        foreach (var record in JsonNode.Parse(pages["api/records?take=500"])!.AsArray())
        {
            var path = $"api/records/{record!["pair"]}/{record["entity"]}/{Uri.EscapeDataString(record["recordId"]!.ToString())}";
            pages[path] = await http.GetStringAsync(new Uri(console, path), ct);
        }

        foreach (var run in JsonNode.Parse(pages["api/reconciliations"])!.AsArray())
        {
            foreach (var part in new[] { "", "/findings.csv", "/totals.csv" }) pages[$"reconciliation{part}"] = await http.GetStringAsync(new Uri(console, $"api/reconciliations/{run!["id"]}{part}"), ct);
        }

        return pages;
    }
}
