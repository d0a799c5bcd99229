using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;

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

    /// <summary>Storefront ids of the orders whose cancellation the ERP refused.</summary>
    public Task<HashSet<string>> RefusedCancellationsAsync(CancellationToken ct) => IdsAsync($"api/attention?pair={pair}&class={AttentionClasses.CancelRefused}", ct);

    /// <summary>Storefront id → when the order was first seen, UTC.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> FirstSeenAsync(CancellationToken ct)
    {
        var seen = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await foreach (var row in RowsAsync($"api/records?pair={pair}", ct)) seen[row["recordId"]!.ToString()] = row["firstAt"]!.GetValue<DateTimeOffset>();
        return seen;
    }

    /// <summary>The numbers of records of an entity with an unsettled attention entry of a class.</summary>
    public async Task<int> AttentionAsync(string entity, string @class, CancellationToken ct)
    {
        var page = await http.GetFromJsonAsync<JsonArray>(new Uri(address, $"api/attention?pair={pair}&take={Page}"), ct) ?? [];
        return page.Where(row => row!["entity"]!.ToString() == entity && row["class"]!.ToString() == @class).Select(row => row!["recordId"]!.ToString()).Distinct().Count();
    }

    private async Task<HashSet<string>> IdsAsync(string path, CancellationToken ct)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in RowsAsync(path, ct)) ids.Add(row["recordId"]!.ToString());
        return ids;
    }

    private async IAsyncEnumerable<JsonNode> RowsAsync(string path, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var skip = 0; ; skip += Page)
        {
            var page = await http.GetFromJsonAsync<JsonArray>(new Uri(address, $"{path}&skip={skip}&take={Page}"), ct) ?? [];
            // Records of other lanes have ids of their own, which may be equal to an order's.
            foreach (var row in page.Where(row => row!["entity"]!.ToString() == Entities.Order)) yield return row!;
            if (page.Count < Page) yield break;
        }
    }
}
