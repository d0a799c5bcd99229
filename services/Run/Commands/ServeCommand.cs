using System.CommandLine;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary><c>./run</c>: starts everything and stays until it is stopped.</summary>
internal static class ServeCommand
{
    public static void AddTo(RootCommand root)
    {
        var stack = new StackArguments();
        stack.AddTo(root);
        root.SetAction((result, ct) => Guarded.RunAsync(() => ServeAsync(stack.Read(result), ct)));
    }

    private static async Task<int> ServeAsync(StackOptions options, CancellationToken ct)
    {
        if (await StackState.FindRunningAsync(options.DataFolder, ct) is { } running)
        {
            WriteLine($"It runs already (process {running.ProcessId}).");
            Describe(running);
            return 0;
        }

        await using var stack = await Stacks.StartAsync(options, new Dictionary<string, string>(), WriteLine, ct);
        Describe(stack.State);
        WriteLine("Press Ctrl+C to stop. Everything is kept in " + options.DataFolder);
        try
        {
            await Task.Delay(Timeout.Infinite, ct);
        }
        catch (OperationCanceledException)
        {
            WriteLine("Stopping …");
        }

        return 0;
    }

    private static void Describe(StackState state)
    {
        WriteLine();
        WriteLine($"  Console            {state.Console}");
        WriteLine($"  Operations API     {state.Console}openapi/v1.json");
        WriteLine($"  Sandbox storefront {state.Shop}");
        WriteLine($"  Sandbox ERP        {state.Erp}");
        if (state.BrokerPage is not null) WriteLine($"  RabbitMQ           {state.BrokerPage}");
        WriteLine();
        WriteLine("  Place orders and watch them go through: ./run demo --pair xcart-acumatica --orders 50");
        WriteLine();
    }
}
