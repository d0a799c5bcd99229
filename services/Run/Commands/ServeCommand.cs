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
        if (options.Problem() is { } problem) throw new StackException(problem);
        if (await StackState.FindRunningAsync(options.DataFolder, ct) is { } running)
        {
            WriteLine($"It runs already (process {running.ProcessId}).");
            Describe(running, options);
            return 0;
        }

        await using var stack = await Stacks.StartAsync(options, new Dictionary<string, string>(), WriteLine, ct);
        Describe(stack.State, options);
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

    private static void Describe(StackState state, StackOptions options)
    {
        WriteLine();
        WriteLine($"  Console            {state.Console}");
        WriteLine($"  Operations API     {state.Console}openapi/v1.json");
        WriteLine($"  Sandbox storefront {state.Shop}");
        WriteLine($"  Sandbox ERP        {state.Erp}");
        if (state.SignIn is not null) WriteLine($"  Sandbox sign-in    {state.SignIn}");
        if (state.BrokerPage is not null) WriteLine($"  RabbitMQ           {state.BrokerPage}");
        WriteLine();
        WriteLine($"  Place orders and watch them go through: ./run demo --pair {options.Pair} --orders 50");
        WriteLine();
    }
}
