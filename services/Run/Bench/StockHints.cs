using System.Diagnostics;
using System.Text.Json.Nodes;
using Integration.Run.Demo;
using Integration.Run.Stack;

namespace Integration.Run.Bench;

/// <summary>One change of stock after another in the sandbox ERP, which pushes it, until the sandbox shop shows the level.</summary>
internal sealed class StockHints(HttpClient http, IRunningStack stack)
{
    private const string Sku = "MUG-01";
    private const int WarmUps = 10;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    public async Task<HintFigures> RunAsync(int changes, CancellationToken ct)
    {
        var erp = new DemoSandbox(http, stack.State.Erp);
        var shop = new DemoSandbox(http, stack.State.Shop);
        await erp.PostAsync("_sandbox/push", new JsonObject
        {
            ["url"] = new Uri(stack.State.Adapter, "push/sandbox-erp").ToString(), ["headerName"] = "Integration-Push-Secret", ["headerValue"] = SandboxCredentials.PushSecret,
            ["query"] = "IC-StockPush", ["entity"] = "StockStatus",
        }, ct);
        var times = new List<double>();
        for (var change = 0; change < WarmUps + changes; change++)
        {
            var level = 100 + change;
            var watch = Stopwatch.StartNew();
            await erp.PostAsync("_sandbox/stock/adjust", new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = Sku, ["warehouseId"] = "MAIN", ["onHand"] = level }) }, ct);
            await ShownAsync(shop, level, ct);
            if (change >= WarmUps) times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return new HintFigures { Changes = changes, P50Ms = Math.Round(times[times.Count / 2]), P99Ms = Math.Round(times[Math.Min(times.Count - 1, times.Count * 99 / 100)]) };
    }

    private static async Task ShownAsync(DemoSandbox shop, int level, CancellationToken ct)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(ct);
        until.CancelAfter(Deadline);
        while ((int)(await shop.StateAsync(until.Token))["stock"]![Sku]! != level) await Task.Delay(Poll, until.Token);
    }
}
