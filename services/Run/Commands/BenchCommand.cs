using System.CommandLine;
using System.Text.Json;
using Integration.Run.Bench;
using Integration.Run.Bench.Backfill;
using Integration.Run.Bench.Map;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary><c>./run bench NAME…</c>: measures, and prints JSON by name.</summary>
internal static class BenchCommand
{
    private const string Map = "map";
    private const string Orders = "order-flow";
    private const string Backfill = "backfill";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Build()
    {
        var command = new Command("bench", """
            Measures and prints JSON. map: CPU and memory of mapping one order, against hand-written C#. order-flow: orders per second, CPU and
            calls per order, and memory, with separate processes on a private RabbitMQ and PostgreSQL. backfill: a first load whose service is killed in
            the middle: what is repeated, memory, rate, and how long a change waits meanwhile.
            """);
        var names = new Argument<string[]>("name") { Description = $"{Map}, {Orders}, {Backfill}; all if none is given", Arity = ArgumentArity.ZeroOrMore };
        names.AcceptOnlyFromAmong(Map, Orders, Backfill);
        var orders = new Option<int>("--orders") { Description = $"measured orders of {Orders}", DefaultValueFactory = _ => 500 };
        var records = new Option<int>("--records") { Description = $"records of {Backfill}", DefaultValueFactory = _ => 100_000 };
        var quiet = new Option<bool>("--json") { Description = "only the JSON, without progress" };
        command.Arguments.Add(names);
        command.Options.Add(orders);
        command.Options.Add(records);
        command.Options.Add(quiet);
        command.SetAction((result, ct) => Guarded.RunAsync(() => RunAsync(result.GetValue(names) ?? [], result.GetValue(orders), result.GetValue(records), result.GetValue(quiet) ? _ => { } : Error.WriteLine, ct)));
        return command;
    }

    private static async Task<int> RunAsync(string[] names, int orders, int records, Action<string> say, CancellationToken ct)
    {
        if (names.Length == 0) names = [Map, Orders, Backfill];
        var figures = new Dictionary<string, object>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            figures[name] = name switch
            {
                Map => MapBench.Run(ct),
                Backfill => await BackfillAsync(records, say, ct),
                _ => await OrderFlowAsync(orders, say, ct),
            };
        }

        WriteLine(JsonSerializer.Serialize(figures, Indented));
        return 0;
    }

    private static async Task<OrderFlowFigures> OrderFlowAsync(int orders, Action<string> say, CancellationToken ct)
    {
        if (!OperatingSystem.IsLinux()) throw new StackException($"The bench {Orders} reads /proc and runs on Linux only.");
        var folder = Directory.CreateTempSubdirectory("integration-bench-");
        try
        {
            var options = new StackOptions { Broker = "local", Database = "local", Separate = true, DataRoot = folder.FullName };
            await using var stack = await Stacks.StartAsync(options, new Dictionary<string, string>(), say, ct);
            using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
            return await new OrderFlow(http, stack, say).RunAsync(orders, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<BackfillFigures> BackfillAsync(int records, Action<string> say, CancellationToken ct)
    {
        if (!OperatingSystem.IsLinux()) throw new StackException($"The bench {Backfill} reads /proc and runs on Linux only.");
        var folder = Directory.CreateTempSubdirectory("integration-bench-");
        try
        {
            return await new BackfillBench(folder.FullName, records, say).RunAsync(ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
