using System.Text.Json.Nodes;
using Integration.Run.Bench.Backfill;
using Integration.Run.Bench.FlashSale;
using Integration.Run.Bench.Growing;
using Integration.Run.Bench.HintAccept;
using Integration.Run.Bench.Idle;
using Integration.Run.Bench.Map;
using Integration.Run.Bench.Orders;
using Integration.Run.Bench.SlowErp;
using Integration.Run.Stack;

namespace Integration.Run.Bench;

/// <summary>The benches by name.</summary>
internal static class Benches
{
    /// <summary>Name → what it measures.</summary>
    public static IReadOnlyDictionary<string, string> Known { get; } = new Dictionary<string, string>
    {
        ["map"] = "CPU and memory of mapping one order, against hand-written C#",
        ["order-flow"] = "orders from checkout to the ERP and back under open-loop load: the rate kept up, latency, CPU per order by process, and what broker and database alone can do",
        ["hint-accept"] = "signed hints per second until they are on disk and answered, beside a bare web server with one insert",
        ["calls"] = "calls per order to ERP and shop, counted by themselves",
        ["slow-erp"] = "how much of an ERP is used that takes three seconds a call and four at once",
        ["footprint"] = "idle memory, and time until ready",
        ["growth"] = "CPU per order with 100,000 stored orders against 1,000",
        ["flash-sale"] = "a simulation of 10,000 orders in 60 s with measured service times, checked against a small real sale",
        ["stock"] = "a large catalogue of which one SKU in a hundred changes",
        ["hint"] = "a pushed change of stock until the shop shows it, in one process",
        ["backfill"] = "a first load whose service is killed in the middle",
    };

    /// <summary>Those that know every pair.</summary>
    public static IReadOnlyList<string> OfEveryPair { get; } = ["calls", "stock"];

    public static async Task<IBenchFigures> RunAsync(string name, BenchOptions options, Action<string> say, TimeProvider time, CancellationToken ct) => name switch
    {
        "map" => MapBench.Run(ct),
        "order-flow" => await new OrderFlowBench(options, say, time).RunAsync(ct),
        "hint-accept" => await new HintAcceptBench(options, say, time).RunAsync(ct),
        "calls" => await new CallsBench(options, say, time).RunAsync(ct),
        "slow-erp" => await new SlowErpBench(options, say, time).RunAsync(ct),
        "footprint" => await new FootprintBench(options, say).RunAsync(ct),
        "growth" => await new GrowthBench(options, say, time).RunAsync(ct),
        "flash-sale" => await new FlashSaleBench(options, say, time).RunAsync(ct),
        "stock" => await StockAsync(options, say, ct),
        "hint" => await HintAsync(options, say, ct),
        "backfill" => await BackfillAsync(options, say, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such bench."),
    };

    private static Task<BackfillFigures> BackfillAsync(BenchOptions options, Action<string> say, CancellationToken ct)
    {
        if (!OperatingSystem.IsLinux()) throw new StackException("The bench backfill reads /proc and runs on Linux only.");
        return InFolderAsync(folder => new BackfillBench(folder, options.Records, say).RunAsync(ct));
    }

    private static async Task<StockFigures> StockAsync(BenchOptions options, Action<string> say, CancellationToken ct)
    {
        await using var stack = await Systems.BenchStack.StartAsync(options with { AddOn = true }, _ => { }, say, ct);
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        return await new StockLoad(http, stack.Running, options.Pair, stack.PairFile, say).RunAsync(options.Skus, ct);
    }

    private static Task<HintFigures> HintAsync(BenchOptions options, Action<string> say, CancellationToken ct) => InFolderAsync(async folder =>
    {
        var embedded = new StackOptions { AddOn = true, DataRoot = folder, EditPair = pair => pair["lanes"] = new JsonObject { ["stock"] = true } };
        await using var stack = await Stacks.StartAsync(embedded, new Dictionary<string, string>(), say, ct);
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        return await new StockHints(http, stack).RunAsync(options.Changes, ct);
    });

    private static async Task<T> InFolderAsync<T>(Func<string, Task<T>> work)
    {
        var folder = Directory.CreateTempSubdirectory("integration-bench-");
        try
        {
            return await work(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
