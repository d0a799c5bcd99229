using System.CommandLine;
using System.Text.Json;
using Integration.Run.Bench;
using Integration.Run.Bench.Map;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary><c>./run bench NAME…</c>: measures, and prints JSON by name.</summary>
internal static class BenchCommand
{
    private const string Map = "map";
    private const string Orders = "order-flow";
    private const string Stock = "stock";
    private const string Hint = "hint";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Build()
    {
        var command = new Command("bench", """
            Measures and prints JSON. map: CPU and memory of mapping one order, against hand-written C#. order-flow: orders per second, CPU and
            calls per order, and memory, with separate processes on a private RabbitMQ and PostgreSQL. stock: a large catalogue of which one SKU
            in a hundred changes, the same way. hint: a pushed change of stock until the shop shows it, in one process.
            """);
        var names = new Argument<string[]>("name") { Description = $"{Map}, {Orders}, {Stock}, {Hint}; the first two if none is given", Arity = ArgumentArity.ZeroOrMore };
        names.AcceptOnlyFromAmong(Map, Orders, Stock, Hint);
        var orders = new Option<int>("--orders") { Description = $"measured orders of {Orders}", DefaultValueFactory = _ => 500 };
        var skus = new Option<int>("--skus") { Description = $"products of {Stock}", DefaultValueFactory = _ => 100_000 };
        var changes = new Option<int>("--changes") { Description = $"measured changes of {Hint}", DefaultValueFactory = _ => 100 };
        command.Arguments.Add(names);
        command.Options.Add(orders);
        command.Options.Add(skus);
        command.Options.Add(changes);
        command.SetAction((result, ct) => Guarded.RunAsync(() => RunAsync(
            result.GetValue(names) ?? [], result.GetValue(orders), result.GetValue(skus), result.GetValue(changes), ct)));
        return command;
    }

    private static async Task<int> RunAsync(string[] names, int orders, int skus, int changes, CancellationToken ct)
    {
        if (names.Length == 0) names = [Map, Orders];
        var figures = new Dictionary<string, object>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            figures[name] = name switch
            {
                Map => MapBench.Run(ct),
                Stock => await StockAsync(skus, ct),
                Hint => await HintAsync(changes, ct),
                _ => await OrderFlowAsync(orders, ct),
            };
        }

        WriteLine(JsonSerializer.Serialize(figures, Indented));
        return 0;
    }

    private static async Task<OrderFlowFigures> OrderFlowAsync(int orders, CancellationToken ct)
    {
        if (!OperatingSystem.IsLinux()) throw new StackException($"The bench {Orders} reads /proc and runs on Linux only.");
        var folder = Directory.CreateTempSubdirectory("integration-bench-");
        try
        {
            var options = new StackOptions { Broker = "local", Database = "local", Separate = true, DataRoot = folder.FullName };
            await using var stack = await Stacks.StartAsync(options, new Dictionary<string, string>(), Error.WriteLine, ct);
            using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
            return await new OrderFlow(http, stack, Error.WriteLine).RunAsync(orders, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<StockFigures> StockAsync(int skus, CancellationToken ct)
    {
        if (!OperatingSystem.IsLinux()) throw new StackException($"The bench {Stock} reads /proc and runs on Linux only.");
        var folder = Directory.CreateTempSubdirectory("integration-bench-");
        try
        {
            var options = new StackOptions { Broker = "local", Database = "local", Separate = true, AddOn = true, DataRoot = folder.FullName };
            await using var stack = await Stacks.StartAsync(options, new Dictionary<string, string>(), Error.WriteLine, ct);
            using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
            return await new StockLoad(http, stack, Path.Combine(options.DataFolder, "pairs", $"{SandboxPairFile.Pair}.json"), Error.WriteLine).RunAsync(skus, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<HintFigures> HintAsync(int changes, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("integration-bench-");
        try
        {
            var options = new StackOptions
            {
                AddOn = true, DataRoot = folder.FullName, EditPair = pair => pair["lanes"] = new System.Text.Json.Nodes.JsonObject { ["stock"] = true },
            };
            await using var stack = await Stacks.StartAsync(options, new Dictionary<string, string>(), Error.WriteLine, ct);
            using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
            return await new StockHints(http, stack).RunAsync(changes, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
