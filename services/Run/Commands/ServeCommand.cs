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
            Console.WriteLine($"It runs already (process {running.ProcessId}).");
            Describe(running);
            return 0;
        }

        await using var stack = await Stacks.StartAsync(options, new Dictionary<string, string>(), Console.WriteLine, ct);
        Describe(stack.State);
        Console.WriteLine("Press Ctrl+C to stop. Everything is kept in " + options.DataFolder);
        try
        {
            await Task.Delay(Timeout.Infinite, ct);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("Stopping …");
        }

        return 0;
    }

    private static void Describe(StackState state)
    {
        Console.WriteLine();
        Console.WriteLine($"  Console            {state.Console}");
        Console.WriteLine($"  Operations API     {state.Console}openapi/v1.json");
        Console.WriteLine($"  Sandbox storefront {state.Shop}");
        Console.WriteLine($"  Sandbox ERP        {state.Erp}");
        if (state.BrokerPage is not null) Console.WriteLine($"  RabbitMQ           {state.BrokerPage}");
        Console.WriteLine();
        Console.WriteLine("  Place orders and watch them go through: ./run demo --pair xcart-acumatica --orders 50");
        Console.WriteLine();
    }
}
