using System.Text.Json.Nodes;
using Integration.Run.Stack;

namespace Integration.Run.Bench;

/// <summary>The stock lane as the gateway counts it.</summary>
internal sealed record StockTotals(long Skus, long Written, long Waiting)
{
    public static async Task<StockTotals> ReadAsync(HttpClient http, IRunningStack stack, string pair, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(stack.State.Gateway, $"internal/stock/{pair}"));
        request.Headers.Add("X-Operator", "bench");
        using var answer = await http.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        var totals = JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct))!;
        return new StockTotals((long)totals["skus"]!, (long)totals["written"]!, (long)totals["waiting"]!);
    }

    /// <summary>Waits until they fit.</summary>
    public static async Task<StockTotals> WaitAsync(HttpClient http, IRunningStack stack, string pair, Func<StockTotals, bool> fit, TimeSpan deadline, CancellationToken ct)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(ct);
        until.CancelAfter(deadline);
        while (true)
        {
            var totals = await ReadAsync(http, stack, pair, until.Token);
            if (fit(totals)) return totals;
            await Task.Delay(TimeSpan.FromMilliseconds(100), until.Token);
        }
    }
}
