using System.Collections.Concurrent;
using System.Diagnostics;
using Integration.Run.Bench.Load;
using Integration.Run.Bench.Systems;

namespace Integration.Run.Bench.Orders;

/// <summary>One window of open-loop load: orders placed on a schedule, and when each was in the ERP and back in the shop by their own records.</summary>
internal sealed class OrderRun(OrderWorld world, BenchStack stack, bool ships, TimeProvider time)
{
    private static readonly TimeSpan Sample = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentQueue<PlacedOrder> _placed = new();
    private readonly List<OrderMoment> _moments = [];
    private readonly Dictionary<string, double> _shipped = new(StringComparer.Ordinal);

    public async Task<OrderRunFigures> RunAsync(double perSecond, TimeSpan window, CancellationToken ct)
    {
        await world.Shop.ReadAsync(ct);
        await world.Erp.ReadAsync(ct);
        var inErpBefore = world.Erp.Count;
        await world.ClearCallsAsync(ct);
        var costs = await Costs.ReadAsync(stack.Running, ct);
        var watch = Stopwatch.StartNew();
        using var sampling = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var samples = SampleAsync(inErpBefore, watch, sampling.Token);
        var count = (int)(perSecond * window.TotalSeconds);
        var start = await OpenLoop.RunAsync(perSecond, count, async (_, intended, token) => _placed.Enqueue(await world.PlaceAsync(intended, token)), time, ct);
        await BackAsync(window, watch, ct);
        var seconds = watch.Elapsed.TotalSeconds;
        await sampling.CancelAsync();
        await samples;
        var spent = await Costs.ReadAsync(stack.Running, ct);
        var (erpCalls, shopCalls) = (await world.CallsAsync(ofErp: true, ct), await world.CallsAsync(ofErp: false, ct));

        var end = (start - DateTimeOffset.UnixEpoch).TotalMilliseconds + window.TotalMilliseconds;
        var orders = _placed.Select(order => (Order: order, InErp: world.Erp.Of(OrderWorld.ReferenceOf(order)), Back: world.Shop.Of(order.Number).Skip(1))).ToList();
        var created = orders.Where(order => order.InErp.Count > 0).ToList();
        return new OrderRunFigures
        {
            Offered = perSecond,
            Orders = orders.Count,
            Seconds = Math.Round(window.TotalSeconds, 1),
            OrdersPerSecond = Math.Round(created.Count(order => order.InErp[0].At <= end) / window.TotalSeconds, 1),
            Backlog = orders.Count - created.Count(order => order.InErp[0].At <= end),
            Missing = orders.Count - created.Count,
            Twice = created.Count(order => order.InErp.Select(commit => commit.Id).Distinct().Count() > 1),
            InErp = Spread.Of(created.Select(order => order.InErp[0].At - order.Order.IntendedAt)),
            Back = Spread.Of(created.Where(order => order.Back.Any()).Select(order => order.Back.First().At - order.Order.IntendedAt)),
            Status = Spread.Of(orders.Select(order => Shown(order.Order)).OfType<double>()),
            CpuMsPerOrder = spent.Cpu.PerPiece(costs.Cpu, orders.Count),
            BusyProcessors = spent.Cpu.BusyProcessors(costs.Cpu, seconds),
            MessagesPerOrder = Math.Round((spent.Published - costs.Published) / (double)orders.Count, 2),
            CommitsPerOrder = Math.Round((spent.Commits - costs.Commits) / (double)orders.Count, 2),
            LogKilobytesPerOrder = Math.Round((spent.LogBytes - costs.LogBytes) / 1024d / orders.Count, 1),
            ErpCallsPerOrder = Per(erpCalls, orders.Count),
            ShopCallsPerOrder = Per(shopCalls, orders.Count),
            Moments = _moments,
        };
    }

    private static Dictionary<string, double> Per(IReadOnlyDictionary<string, long> calls, int orders) =>
        calls.OrderByDescending(route => route.Value).ToDictionary(route => route.Key, route => Math.Round(route.Value / (double)orders, 3));

    private async Task SampleAsync(int inErpBefore, Stopwatch watch, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Sample, time, ct);
                await world.Erp.ReadAsync(ct);
                if (ships) await ShipAsync(ct);
                _moments.Add(new OrderMoment(Math.Round(watch.Elapsed.TotalSeconds, 1), _placed.Count, world.Erp.Count - inErpBefore));
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private async Task ShipAsync(CancellationToken ct)
    {
        foreach (var order in _placed.Where(order => !_shipped.ContainsKey(order.Number)).ToList())
        {
            if (world.Erp.Of(OrderWorld.ReferenceOf(order)) is not [var created, ..]) continue;
            await world.ShipAsync(created, ct);
            _shipped[order.Number] = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
        }
    }

    /// <summary>Milliseconds from the shipment to the shop's order in another status; null while it is not.</summary>
    private double? Shown(PlacedOrder order)
    {
        var commits = world.Shop.Of(order.Number);
        return commits.Count > 0 && _shipped.TryGetValue(order.Number, out var shipped) && commits.FirstOrDefault(commit => commit.State != commits[0].State) is { } shown ? shown.At - shipped : null;
    }

    /// <summary>Waits until every order is in the ERP and known to be so in the shop, but no longer than a working system needs.</summary>
    private async Task BackAsync(TimeSpan window, Stopwatch watch, CancellationToken ct)
    {
        while (watch.Elapsed < window + Patience)
        {
            await world.Shop.ReadAsync(ct);
            if (_placed.All(order => ships ? Shown(order) is not null : world.Shop.Of(order.Number).Count > 1)) return;
            await Task.Delay(Sample, time, ct);
        }
    }
}
