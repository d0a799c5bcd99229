using Integration.Run.Bench.Orders;
using Integration.Run.Bench.Systems;

namespace Integration.Run.Bench.Growing;

/// <summary><c>growth</c>: what an order costs when a thousand are stored, and when a hundred thousand are.</summary>
internal sealed class GrowthBench(BenchOptions options, Action<string> say, TimeProvider time)
{
    private const double PerSecond = 15;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(35);
    private static readonly TimeSpan Rewarming = TimeSpan.FromSeconds(10);

    public async Task<GrowthFigures> RunAsync(CancellationToken ct)
    {
        await using var stage = await OrderStage.StartAsync(options, ships: false, _ => { }, say, time, ct);
        var rate = options.Rate ?? PerSecond;
        var window = TimeSpan.FromSeconds(options.Seconds ?? 35);
        say("Placing the first thousand …");
        await RunAsync(Warming);
        var few = await RunAsync(window);
        var stored = stage.World.Erp.Count;
        say($"{few.CpuMsPerOrder[CpuAccount.Ours]} ms CPU of ours per order; making {options.Stored} of {stored} stored orders …");
        var rows = await StoredOrders.MultiplyAsync(stage.Running.Backing.Database!.AdministratorConnection, stored, options.Stored, ct);
        say($"{rows} rows more; measuring …");
        await RunAsync(Rewarming);
        var many = await RunAsync(window);
        return new GrowthFigures { StoredFew = stored, StoredMany = options.Stored, Rows = rows, Few = few, Many = many };

        Task<OrderRunFigures> RunAsync(TimeSpan span) => stage.RunAsync(rate, span, ct);
    }
}
