using Integration.Run.Bench.FlashSale;
using Xunit;

namespace Integration.Tests.EndToEnd.Bench;

public sealed class SimulationTests
{
    private static readonly Station Plenty = new("plenty", 1000);

    [Fact]
    public void Two_servers_of_a_tenth_of_a_second_serve_twenty_orders_a_second()
    {
        var sale = new Simulation([new Visit(Plenty, 1), new Visit(new Station("erp", 2), 100, IsCreated: true)], seed: 1).Run(orders: 2000, perSecond: 100);

        Assert.InRange(sale.DrainedAfterSeconds, 95, 105);
        Assert.InRange(sale.PeakBacklog, 1500, 1700);
        Assert.InRange(sale.Used["erp"], 0.97, 1);
    }

    [Fact]
    public void Calls_of_a_minute_bound_what_is_begun_in_any_minute()
    {
        var sale = new Simulation([new Visit(new Station("erp", 8, PerMinute: 60), 10, IsCreated: true)], seed: 1).Run(orders: 300, perSecond: 100);

        Assert.InRange(sale.DrainedAfterSeconds, 239, 245);
    }

    [Fact]
    public void Enough_of_everything_leaves_nobody_waiting()
    {
        var sale = new Simulation([new Visit(Plenty, 20, IsCreated: true), new Visit(Plenty, 20)], seed: 1).Run(orders: 1000, perSecond: 50);

        Assert.InRange(sale.DrainedAfterSeconds, 19.9, 20.5);
        Assert.InRange(sale.PeakBacklog, 1, 8);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        static double P99() => new Simulation([new Visit(new Station("erp", 3), 50, IsCreated: true)], seed: 7).Run(orders: 500, perSecond: 50).Latency.P99;

        Assert.Equal(P99(), P99());
    }
}
