using System.Diagnostics;
using System.Text.Json.Nodes;
using Integration.Run.Demo;
using Integration.Run.Stack;

namespace Integration.Run.Bench;

/// <summary>
/// A large catalogue through the separate services: the first reading of everything, then one SKU of a hundred is changed in the sandbox ERP, silent
/// towards us, and found by the sweep.
/// </summary>
internal sealed class StockLoad(HttpClient http, IRunningStack stack, string pair, string pairFile, Action<string> say)
{
    private const int Pieces = 50;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(20);

    public async Task<StockFigures> RunAsync(int skus, CancellationToken ct)
    {
        var erp = new DemoSandbox(http, stack.State.Erp);
        var shop = new DemoSandbox(http, stack.State.Shop);
        say($"Making {skus} products …");
        await shop.PostAsync("_sandbox/products/bulk", new JsonObject { ["count"] = skus, ["amount"] = Pieces }, ct);
        await erp.PostAsync("_sandbox/stock/bulk", new JsonObject { ["count"] = skus, ["warehouses"] = new JsonArray("MAIN"), ["onHand"] = Pieces }, ct);
        // Placed orders are what the lane waits for before it writes: the order sweep must have come to its end once.
        var first = Stopwatch.StartNew();
        var erpCalls = await CallsAsync(ct);
        await SwitchOnAsync(ct);
        await StockTotals.WaitAsync(http, stack, pair, totals => totals.Skus >= skus && totals.Waiting == 0, Deadline, ct);
        var secondsOfFirst = first.Elapsed.TotalSeconds;
        var callsOfFirst = await CallsAsync(ct) - erpCalls;

        var changed = Math.Max(1, skus / 100);
        var before = await StockTotals.ReadAsync(http, stack, pair, ct);
        say("Measuring …");
        var watch = Stopwatch.StartNew();
        await erp.PostAsync("_sandbox/stock/adjust", new JsonObject
        {
            ["lines"] = new JsonArray([.. Enumerable.Range(1, changed).Select(number => new JsonObject { ["inventoryId"] = $"BULK-{number * 100:000000}", ["warehouseId"] = "MAIN", ["qty"] = 7 })]),
        }, ct);
        var after = await StockTotals.WaitAsync(http, stack, pair, totals => totals.Written >= before.Written + changed && totals.Waiting == 0, Deadline, ct);
        return new StockFigures
        {
            Skus = skus,
            Changed = changed,
            Written = after.Written - before.Written,
            SecondsToWritten = Math.Round(watch.Elapsed.TotalSeconds, 1),
            SecondsOfFirstReading = Math.Round(secondsOfFirst, 1),
            ErpCallsOfFirstReading = callsOfFirst,
            ResidentMegabytes = stack.State.Processes.ToDictionary(process => process.Key, process => Math.Round(ProcessUsage.Of(process.Value).ResidentMegabytes)),
        };
    }

    private async Task<long> CallsAsync(CancellationToken ct) =>
        JsonNode.Parse(await http.GetStringAsync(new Uri(stack.State.Erp, "_sandbox/calls"), ct))!["routes"]!.AsObject().Sum(route => route.Value!.GetValue<long>());

    private async Task SwitchOnAsync(CancellationToken ct)
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(pairFile, ct))!;
        file["lanes"] = new JsonObject { ["stock"] = SandboxErp.Of(pair).TellsStock ? true : new JsonObject { ["fullEvery"] = "PT1M" } };
        await File.WriteAllTextAsync(pairFile, file.ToJsonString(), ct);
    }
}
