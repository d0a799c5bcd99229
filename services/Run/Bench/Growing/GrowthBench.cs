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
        await using var stack = await BenchStack.StartAsync(options, OrderPair.Edit, say, ct);
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        var world = new OrderWorld(http, stack);
        await world.SetErpAsync(TimeSpan.Zero, 16, ct);
        await world.FillShelvesAsync(ct);
        await world.FirstOrderAsync(time, ct);
        var rate = options.Rate ?? PerSecond;
        var window = TimeSpan.FromSeconds(options.Seconds ?? 35);
        say("Placing the first thousand …");
        await RunAsync(Warming);
        var few = await RunAsync(window);
        var stored = world.Erp.Count;
        say($"{few.CpuMsPerOrder[CpuAccount.Ours]} ms CPU of ours per order; making {options.Stored} of {stored} stored orders …");
        var rows = await StoredOrders.MultiplyAsync(stack.Running.Backing.Database!.AdministratorConnection, stored, options.Stored, ct);
        say($"{rows} rows more; measuring …");
        await RunAsync(Rewarming);
        var many = await RunAsync(window);
        return new GrowthFigures { StoredFew = stored, StoredMany = options.Stored, Rows = rows, Few = few, Many = many };

        Task<OrderRunFigures> RunAsync(TimeSpan span) => new OrderRun(world, stack, false, time).RunAsync(rate, span, ct);
    }
}
