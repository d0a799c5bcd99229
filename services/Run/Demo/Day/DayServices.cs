using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Integration.Run.Demo.Day;

/// <summary>The services' own counts, over the routes that they keep for operators on this machine.</summary>
internal sealed class DayServices(HttpClient http, Uri gateway, Uri adapter, string pair)
{
    /// <summary>Those of the lanes that are there; of the others nothing was counted.</summary>
    public async Task<DayCounts> CountAsync(DayLanes lanes, CancellationToken ct)
    {
        var stock = lanes.Stock ? await GetAsync(new Uri(gateway, $"internal/stock/{pair}"), ct) : [];
        var customers = lanes.Customers ? await GetAsync(new Uri(adapter, $"internal/customers/{pair}/counts"), ct) : [];
        return new DayCounts(Of(stock, "marked"), Of(stock, "written"), Of(customers, "echoes"));
    }

    private async Task<JsonObject> GetAsync(Uri address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-Operator", "demo");
        using var answer = await http.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonObject>(ct) ?? [];
    }

    private static int Of(JsonObject counts, string name) => counts[name]?.GetValue<int>() ?? 0;
}
