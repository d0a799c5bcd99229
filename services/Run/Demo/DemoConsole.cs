using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Integration.Run.Demo;

/// <summary>The operator's lists, read over the operations API.</summary>
internal sealed class DemoConsole(HttpClient http, Uri address, string pair)
{
    private const int Page = 500;

    /// <summary>Storefront ids of the orders in a state.</summary>
    public Task<HashSet<string>> InStateAsync(string state, CancellationToken ct) =>
        IdsAsync($"api/records?pair={pair}&state={state}", ct);

    /// <summary>Storefront ids of the orders with an unsettled attention entry.</summary>
    public Task<HashSet<string>> NeedingAttentionAsync(CancellationToken ct) => IdsAsync($"api/attention?pair={pair}", ct);

    private async Task<HashSet<string>> IdsAsync(string path, CancellationToken ct)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var skip = 0; ; skip += Page)
        {
            var page = await http.GetFromJsonAsync<JsonArray>(new Uri(address, $"{path}&skip={skip}&take={Page}"), ct) ?? [];
            foreach (var row in page) ids.Add(row!["recordId"]!.ToString());
            if (page.Count < Page) return ids;
        }
    }
}
