using System.Text.Json.Nodes;
using Integration.Run.Bench.Backfill;
using Integration.Run.Bench.Map;
using Integration.Run.Bench.Orders;
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
        ["stock"] = "a large catalogue of which one SKU in a hundred changes",
        ["hint"] = "a pushed change of stock until the shop shows it, in one process",
        ["backfill"] = "a first load whose service is killed in the middle",
    };

    public static async Task<IBenchFigures> RunAsync(string name, BenchOptions options, Action<string> say, TimeProvider time, CancellationToken ct) => name switch
    {
        "map" => MapBench.Run(ct),
        "order-flow" => await new OrderFlowBench(options, say, time).RunAsync(ct),
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
        return await new StockLoad(http, stack.Running, stack.PairFile, say).RunAsync(options.Skus, ct);
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
