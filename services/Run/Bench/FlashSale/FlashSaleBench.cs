using Integration.Run.Bench.Load;
using Integration.Run.Bench.Orders;

namespace Integration.Run.Bench.FlashSale;

/// <summary>
/// <c>flash-sale</c>: measures what an order needs, predicts a small sale with it, plays that sale for real, and then predicts 10,000 orders in 60 seconds
/// against ERPs of several limits.
/// </summary>
internal sealed class FlashSaleBench(BenchOptions options, Action<string> say, TimeProvider time)
{
    private const int Seed = 5;
    private const int ShopCalls = 16;
    private const int SmallOrders = 240;
    private const double SmallPerSecond = 20;
    private const int SmallSessions = 4;
    private const double SmallErpMs = 400;
    private const int BigOrders = 10_000;
    private const double BigSeconds = 60;
    private const double ShopMs = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>What is taken for the ERP of the big sale: sessions, milliseconds of a call, calls per minute.</summary>
    private static readonly (string Name, int Sessions, double Ms, int? PerMinute)[] Erps =
    [
        ("answers at once, 8 sessions", 8, 20, null),
        ("1 s a call, 8 sessions", 8, 1000, null),
        ("3 s a call, 4 sessions", 4, 3000, null),
        ("1 s a call, 4 sessions, 150 calls a minute", 4, 1000, 150),
    ];

    public async Task<FlashSaleFigures> RunAsync(CancellationToken ct)
    {
        await using var stage = await OrderStage.StartAsync(options, ships: false, pair => OrderPair.SetErpSessions(pair, SmallSessions), say, time, ct);
        var world = stage.World;
        say("Measuring what an order needs …");
        await stage.RunAsync(8, TimeSpan.FromSeconds(20), ct);
        var times = ServiceTimes.Of(await stage.RunAsync(8, TimeSpan.FromSeconds(25), ct));
        var predicted = Predict(times, isShared: true, 1, new Station("ERP sessions", SmallSessions), SmallErpMs, SmallOrders, SmallPerSecond);
        say($"Predicted: {SmallOrders} orders at {SmallPerSecond}/s are in the ERP after {predicted.DrainedAfterSeconds} s, at most {predicted.PeakBacklog} waiting. Playing it …");
        await world.SetErpAsync(TimeSpan.FromMilliseconds(SmallErpMs), ct);
        var real = await PlayAsync(world, ct);
        say($"Real: after {real.DrainedAfterSeconds} s, at most {real.PeakBacklog} waiting.");
        return new FlashSaleFigures
        {
            Times = times,
            Predicted = predicted,
            Real = real,
            Big = Erps.ToDictionary(erp => erp.Name, erp => Predict(times, isShared: false, ShopMs, new Station("ERP sessions", erp.Sessions, erp.PerMinute), erp.Ms, BigOrders, BigOrders / BigSeconds)),
        };
    }

    private static SaleOutcome Predict(ServiceTimes times, bool isShared, double shopMs, Station erp, double erpMs, int orders, double perSecond) =>
        new Simulation(times.Way(Environment.ProcessorCount, isShared, ShopCalls, shopMs, erp, erpMs), Seed).Run(orders, perSecond);

    private async Task<SaleOutcome> PlayAsync(OrderWorld world, CancellationToken ct)
    {
        await world.Erp.ReadAsync(ct);
        var before = world.Erp.Count;
        var placed = new System.Collections.Concurrent.ConcurrentQueue<PlacedOrder>();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var load = OpenLoop.RunAsync(SmallPerSecond, SmallOrders, async (_, intended, token) => placed.Enqueue(await world.PlaceAsync(intended, token)), time, ct);
        var moments = new List<SaleMoment>();
        while (world.Erp.Count - before < SmallOrders && watch.Elapsed < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), time, ct);
            await world.Erp.ReadAsync(ct);
            moments.Add(new SaleMoment(Math.Round(watch.Elapsed.TotalSeconds, 1), placed.Count - (world.Erp.Count - before)));
        }

        var start = ((await load) - DateTimeOffset.UnixEpoch).TotalMilliseconds;
        var created = placed.Select(order => (Order: order, Commits: world.Erp.Of(OrderWorld.ReferenceOf(order)))).Where(order => order.Commits.Count > 0).ToList();
        return new SaleOutcome
        {
            Orders = created.Count, SaleSeconds = SmallOrders / SmallPerSecond, DrainedAfterSeconds = Math.Round((created.Max(order => order.Commits[0].At) - start) / 1000, 1),
            PeakBacklog = moments.Max(moment => moment.Backlog), Latency = Spread.Of(created.Select(order => order.Commits[0].At - order.Order.IntendedAt))!,
            Used = new Dictionary<string, double>(), Moments = moments,
        };
    }
}
