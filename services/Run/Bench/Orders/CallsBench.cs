namespace Integration.Run.Bench.Orders;

/// <summary><c>calls</c>: what an order costs the ERP and the shop in calls, counted by themselves: known customers and items, payments included.</summary>
internal sealed class CallsBench(BenchOptions options, Action<string> say, TimeProvider time)
{
    private const double PerSecond = 5;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(20);

    public async Task<CallsFigures> RunAsync(CancellationToken ct)
    {
        await using var stage = await OrderStage.StartAsync(options, ships: false, _ => { }, say, time, ct);
        say("Letting every customer order once …");
        await stage.RunAsync(PerSecond, Warming, ct);
        say("Counting …");
        var run = await stage.RunAsync(PerSecond, TimeSpan.FromSeconds(options.Seconds ?? 40), ct);
        return new CallsFigures
        {
            Orders = run.Orders - run.Missing,
            ErpCallsPerOrder = Math.Round(run.ErpCallsPerOrder.Values.Sum(), 2),
            ShopCallsPerOrder = Math.Round(run.ShopCallsPerOrder.Values.Sum(), 2),
            Erp = run.ErpCallsPerOrder,
            Shop = run.ShopCallsPerOrder,
        };
    }
}
