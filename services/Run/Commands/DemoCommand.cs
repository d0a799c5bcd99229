using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Run.Demo;
using Integration.Run.Demo.Day;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary><c>./run demo</c>: real orders through everything, counted at both ends.</summary>
internal static class DemoCommand
{
    private const int LongestPace = 60_000;
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

    public static Command Build()
    {
        var command = new Command("demo", "Places orders in the sandbox shop, has the sandbox ERP ship them, and counts where each one ended.");
        var stack = new StackArguments();
        stack.AddTo(command);
        var orders = new Option<int>("--orders") { Description = "how many orders", DefaultValueFactory = _ => 50 };
        var pace = new Option<int>("--pace") { Description = "milliseconds between two checkouts; 0 places them as fast as the shop takes them" };
        var resume = new Option<bool>("--resume") { Description = "finishes the last run instead of beginning a new one" };
        command.Options.Add(orders);
        command.Options.Add(pace);
        command.Options.Add(resume);
        command.SetAction((result, ct) => Guarded.RunAsync(() => RunAsync(stack.Read(result), result.GetValue(orders), result.GetValue(resume), ct, result.GetValue(pace))));
        return command;
    }

    internal static async Task<int> RunAsync(StackOptions options, int orders, bool resume, CancellationToken ct, int pace = 0)
    {
        if (options.Problem() is { } problem) throw new StackException(problem);
        if (orders < 1) throw new StackException("--orders must be at least 1.");
        if (options.Full && orders < DemoMix.FewestOfDay) throw new StackException($"--orders must be at least {DemoMix.FewestOfDay} with --full.");
        if (pace is < 0 or > LongestPace) throw new StackException($"--pace must be from 0 to {LongestPace} milliseconds.");
        Directory.CreateDirectory(options.DataFolder);
        var progress = resume
            ? DemoProgress.Load(options.DataFolder) ?? throw new StackException("There is no interrupted run to resume here: start one without --resume.")
            : new DemoProgress { Run = $"r{TimeProvider.System.GetUtcNow():yyMMddHHmmss}", Mix = options.Full ? DemoMix.ForDay(orders) : DemoMix.For(orders) };
        progress.Save(options.DataFolder);

        IRunningStack? own = null;
        try
        {
            var running = await StackState.FindRunningAsync(options.DataFolder, ct);
            if (running is null)
            {
                own = await Stacks.StartAsync(options, new Dictionary<string, string>(), Error.WriteLine, ct);
                running = own.State;
            }

            if (running.AddOn != options.AddOn)
                throw new StackException($"The stack that runs already has a shop {(running.AddOn ? "with" : "without")} the add-on: {(running.AddOn ? "add --add-on, or " : "")}stop it first.");
            using var http = new HttpClient { Timeout = LongestStart };
            var (shopBox, erpBox) = (new DemoSandbox(http, running.Shop), new DemoSandbox(http, running.Erp));
            var shop = new DemoShop(shopBox, SandboxPairFile.StorefrontCode);
            var console = new DemoConsole(http, running.Console, options.Pair);
            var day = options.Full
                ? new DayRun(
                    options.Erp, running, await DayLanes.ReadAsync(options, ct), shop, shopBox, erpBox, console, new DayServices(http, running.Gateway, running.Adapter, options.Pair),
                    new DayReconciliation(http, running.Console, options.Pair), options.DataFolder, Error.WriteLine)
                : null;
            var run = new DemoRun(shop, new DemoWarehouse(erpBox, options.Erp), console, running, options.DataFolder, TimeProvider.System, Error.WriteLine, day);
            var figures = await run.RunAsync(progress, options.Pair, TimeSpan.FromMilliseconds(pace), DeadlineFor(progress.Mix.Count, pace) * (options.Full ? 2 : 1), ct);
            DemoTable.Print(figures, progress.Mix, day);
            WriteLine(Json(figures, day?.Figures).ToJsonString());
            return figures.Differences(progress.Mix).Count == 0 && (day?.IsOver ?? true) ? 0 : 1;
        }
        finally
        {
            if (own is not null) await own.DisposeAsync();
        }
    }

    private static JsonObject Json(DemoFigures figures, DayFigures? day)
    {
        var line = JsonSerializer.SerializeToNode(figures)!.AsObject();
        foreach (var (name, value) in day is null ? [] : JsonSerializer.SerializeToNode(day)!.AsObject()) line[name] = value?.DeepClone();
        return line;
    }

    private static TimeSpan DeadlineFor(int orders, int pace) => TimeSpan.FromSeconds(150 + (orders * (1.5 + (pace / 1000d))));
}
