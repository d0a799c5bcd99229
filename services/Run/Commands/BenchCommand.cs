using System.CommandLine;
using System.Text.Json;
using Integration.Run.Bench;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary><c>./run bench</c>: first figures of order-flow, calls and footprint, on RabbitMQ and PostgreSQL with separate processes.</summary>
internal static class BenchCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Build()
    {
        var command = new Command("bench", "Measures orders per second, CPU and calls per order, and memory, with separate processes on a private RabbitMQ and PostgreSQL.");
        var orders = new Option<int>("--orders") { Description = "measured orders", DefaultValueFactory = _ => 500 };
        command.Options.Add(orders);
        command.SetAction((result, ct) => Guarded.RunAsync(() => RunAsync(result.GetValue(orders), ct)));
        return command;
    }

    private static async Task<int> RunAsync(int orders, CancellationToken ct)
    {
        if (!OperatingSystem.IsLinux()) throw new StackException("The bench reads /proc and runs on Linux only.");
        var folder = Directory.CreateTempSubdirectory("integration-bench-");
        try
        {
            var options = new StackOptions { Broker = "local", Database = "local", Separate = true, DataRoot = folder.FullName };
            await using var stack = await Stacks.StartAsync(options, new Dictionary<string, string>(), Error.WriteLine, ct);
            using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
            WriteLine(JsonSerializer.Serialize(await new OrderFlow(http, stack, Error.WriteLine).RunAsync(orders, ct), Indented));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
