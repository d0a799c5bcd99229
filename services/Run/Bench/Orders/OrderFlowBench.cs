using Integration.Run.Bench.Systems;

namespace Integration.Run.Bench.Orders;

/// <summary>
/// <c>order-flow</c>: finds the rate that is kept up, measures it, and measures what broker and database alone can do.
/// </summary>
internal sealed class OrderFlowBench(BenchOptions options, Action<string> say, TimeProvider time)
{
    private const int Runs = 3;
    private static readonly double[] Ladder = [2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 120, 150, 200];
    private static readonly int FirstStep = Array.IndexOf(Ladder, 20d);
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan FullWindow = TimeSpan.FromMinutes(10);

    public async Task<OrderFlowFigures> RunAsync(CancellationToken ct)
    {
        await using var stage = await OrderStage.StartAsync(options, options.Ship, _ => { }, say, time, ct);
        await WarmAsync(stage, ct);
        var steps = new List<OrderRunFigures>();
        var rate = options.Rate ?? await FindAsync(stage, steps, ct);
        var runs = new List<OrderRunFigures>();
        var window = options.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : options.Full ? FullWindow : Window;
        var count = options.Runs ?? (options.Full ? 1 : Runs);
        for (var run = 1; run <= count; run++)
        {
            say($"Measuring {rate} orders/s for {window.TotalSeconds:0} s, run {run} of {count} …");
            runs.Add(Told(await stage.RunAsync(rate, window, ct)));
        }

        say("Measuring broker and database alone …");
        return OrderFlowFigures.Of(options, steps, runs, await Ceiling.MeasureAsync(stage.Running, ct));
    }

    private async Task WarmAsync(OrderStage stage, CancellationToken ct)
    {
        var rate = (options.Rate ?? Ladder[FirstStep]) / 2;
        say($"Warming up with {rate} orders/s for {Warming.TotalSeconds:0} s …");
        Told(await stage.RunAsync(rate, Warming, ct));
    }

    /// <summary>Up the ladder until a step is not kept up; down from its first step when that one is not.</summary>
    private async Task<double> FindAsync(OrderStage stage, List<OrderRunFigures> steps, CancellationToken ct)
    {
        var index = FirstStep;
        var best = -1;
        while (index >= 0 && index < Ladder.Length)
        {
            say($"Trying {Ladder[index]} orders/s …");
            var step = Told(await stage.RunAsync(Ladder[index], Step, ct));
            steps.Add(step);
            if (step.IsKeptUp)
            {
                best = index;
                if (steps.Exists(other => !other.IsKeptUp)) break;
                index++;
            }
            else
            {
                if (best >= 0) break;
                index--;
            }
        }

        return Ladder[Math.Max(0, best)];
    }

    private OrderRunFigures Told(OrderRunFigures run)
    {
        say($"  {run.OrdersPerSecond:0.0} orders/s of {run.Offered:0.#}; in the ERP p50 {run.InErp?.P50:0} ms, p99 {run.InErp?.P99:0} ms; backlog {run.Backlog}, missing {run.Missing}; "
            + $"ours {run.CpuMsPerOrder[CpuAccount.Ours]:0.0} ms CPU per order; {run.BusyProcessors:0.0} processors busy{(run.IsKeptUp ? "" : "; not kept up")}");
        return run;
    }
}
