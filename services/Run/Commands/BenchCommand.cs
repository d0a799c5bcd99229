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
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Build()
    {
        var command = new Command("bench", """
            Measures and prints JSON. map: CPU and memory of mapping one order, against hand-written C#. order-flow: orders per second, CPU and
            calls per order, and memory, with separate processes on a private RabbitMQ and PostgreSQL.
            """);
        var names = new Argument<string[]>("name") { Description = $"{Map}, {Orders}; both if none is given", Arity = ArgumentArity.ZeroOrMore };
        names.AcceptOnlyFromAmong(Map, Orders);
        var orders = new Option<int>("--orders") { Description = $"measured orders of {Orders}", DefaultValueFactory = _ => 500 };
        command.Arguments.Add(names);
        command.Options.Add(orders);
        command.SetAction((result, ct) => Guarded.RunAsync(() => RunAsync(result.GetValue(names) ?? [], result.GetValue(orders), ct)));
        return command;
    }

    private static async Task<int> RunAsync(string[] names, int orders, CancellationToken ct)
    {
        if (names.Length == 0) names = [Map, Orders];
        var figures = new Dictionary<string, object>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
            figures[name] = name == Map ? MapBench.Run(ct) : await OrderFlowAsync(orders, ct);
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
}
