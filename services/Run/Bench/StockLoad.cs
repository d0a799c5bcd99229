using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using Integration.Run.Demo;
using Integration.Run.Stack;

namespace Integration.Run.Bench;

/// <summary>
/// A large catalogue through the separate services: the first reading of everything, then one SKU of a hundred is changed in the sandbox ERP and found,
/// by the ERP's stamps or its events. Where it has no stamps, other SKUs are then changed without an event, which only a sweep over everything finds.
/// </summary>
internal sealed class StockLoad(HttpClient http, IRunningStack stack, string pair, string pairFile, Action<string> say)
{
    /// <summary>How often everything is read where only that finds what no event told.</summary>
    public static readonly TimeSpan SweptEvery = TimeSpan.FromMinutes(1);

    private const int Pieces = 50;
    private const int OneOf = 100;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    // Longer than the pause between two pages of a sweep.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    private readonly string? _listing = SandboxErp.Of(pair).StockListing;
    private readonly DemoSandbox _erp = new(http, stack.State.Erp);

    public async Task<StockFigures> RunAsync(int skus, CancellationToken ct)
    {
        say($"Making {skus} products …");
        await new DemoSandbox(http, stack.State.Shop).PostAsync("_sandbox/products/bulk", new JsonObject { ["count"] = skus, ["amount"] = Pieces }, ct);
        await _erp.PostAsync("_sandbox/stock/bulk", new JsonObject { ["count"] = skus, ["warehouses"] = new JsonArray("MAIN"), ["onHand"] = Pieces }, ct);
        // Placed orders are what the lane waits for before it writes: the order sweep must have come to its end once.
        var first = Stopwatch.StartNew();
        var erpCalls = await CallsAsync(ct);
        await SwitchOnAsync(ct);
        await StockTotals.WaitAsync(http, stack, pair, totals => totals.Skus >= skus && totals.Waiting == 0, Deadline, ct);
        var secondsOfFirst = first.Elapsed.TotalSeconds;
        var callsOfFirst = await CallsAsync(ct) - erpCalls;

        say("Measuring …");
        var before = await StockTotals.ReadAsync(http, stack, pair, ct);
        var watch = Stopwatch.StartNew();
        var changed = await ChangeAsync(skus, 0, silent: false, ct);
        var after = await WrittenAsync(before, changed, ct);
        return new StockFigures
        {
            Skus = skus,
            Changed = changed,
            Written = after.Written - before.Written,
            SecondsToWritten = Math.Round(watch.Elapsed.TotalSeconds, 1),
            Untold = _listing is null ? null : await UntoldAsync(_listing, skus, ct),
            SecondsOfFirstReading = Math.Round(secondsOfFirst, 1),
            ErpCallsOfFirstReading = callsOfFirst,
            ResidentMegabytes = stack.State.Processes.ToDictionary(process => process.Key, process => Math.Round(ProcessUsage.Of(process.Value).ResidentMegabytes)),
        };
    }

    // Changed between two sweeps, so that one whole sweep has to find everything.
    private async Task<UntoldFigures> UntoldAsync(string listing, int skus, CancellationToken ct)
    {
        say("Measuring without events …");
        using var until = CancellationTokenSource.CreateLinkedTokenSource(ct);
        until.CancelAfter(Deadline);
        var (listed, since) = (-1L, Stopwatch.StartNew());
        while (since.Elapsed < Quiet)
        {
            if (await CallsAsync(until.Token, listing) is var now && now != listed) (listed, since) = (now, Stopwatch.StartNew());
            await Task.Delay(Look, until.Token);
        }

        var before = await StockTotals.ReadAsync(http, stack, pair, until.Token);
        var fromChange = Stopwatch.StartNew();
        var changed = await ChangeAsync(skus, OneOf / 2, silent: true, until.Token);
        while (await CallsAsync(until.Token, listing) == listed) await Task.Delay(Look, until.Token);
        var fromSweep = Stopwatch.StartNew();
        var calls = await CallsAsync(until.Token);
        var after = await WrittenAsync(before, changed, until.Token);
        return new UntoldFigures
        {
            SecondsOfSweep = Math.Round(fromSweep.Elapsed.TotalSeconds, 1),
            SecondsToWritten = Math.Round(fromChange.Elapsed.TotalSeconds, 1),
            Written = after.Written - before.Written,
            ErpCalls = await CallsAsync(until.Token) - calls,
        };
    }

    // Evenly over the catalogue.
    private async Task<int> ChangeAsync(int skus, int from, bool silent, CancellationToken ct)
    {
        var numbers = Enumerable.Range(1, skus).Where(number => number % OneOf == from).ToList();
        await _erp.PostAsync("_sandbox/stock/adjust", new JsonObject
        {
            ["silent"] = silent,
            ["lines"] = new JsonArray([.. numbers.Select(number => new JsonObject { ["inventoryId"] = string.Create(CultureInfo.InvariantCulture, $"BULK-{number:000000}"), ["warehouseId"] = "MAIN", ["qty"] = 7 })]),
        }, ct);
        return numbers.Count;
    }

    private Task<StockTotals> WrittenAsync(StockTotals before, int changed, CancellationToken ct) =>
        StockTotals.WaitAsync(http, stack, pair, totals => totals.Written >= before.Written + changed && totals.Waiting == 0, Deadline, ct);

    private async Task<long> CallsAsync(CancellationToken ct, string? route = null) =>
        JsonNode.Parse(await http.GetStringAsync(new Uri(stack.State.Erp, "_sandbox/calls"), ct))!["routes"]!.AsObject().Where(entry => route is null || entry.Key == route).Sum(entry => entry.Value!.GetValue<long>());

    private async Task SwitchOnAsync(CancellationToken ct)
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(pairFile, ct))!;
        file["lanes"] = new JsonObject { ["stock"] = _listing is null ? true : new JsonObject { ["fullEvery"] = XmlConvert.ToString(SweptEvery) } };
        await File.WriteAllTextAsync(pairFile, file.ToJsonString(), ct);
    }
}
