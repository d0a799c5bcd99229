using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.Stock;

/// <summary>R14 in short: orders race stock changes, cancellations and what statuses do to the shop's own stock.</summary>
[Trait("Bar", "R14")]
public sealed class OversoldTests
{
    private static readonly string[] Skus = ["MUG-02", "PEN-10", "NOTE-A5"];
    private static readonly TimeSpan LongestRace = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan TwinSells = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(60);

    [Fact(Timeout = 150_000)]
    public async Task With_compare_and_set_nothing_is_oversold_where_a_naive_twin_oversells()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, WithStock, addOn: true);
        await using var twin = new NaiveTwin();
        var floor = new StockFloor(stack.Shop, stack.Erp, Skus);
        await StartedAsync(floor, ct);

        using var until = CancellationTokenSource.CreateLinkedTokenSource(ct);
        until.CancelAfter(LongestRace);
        // Its own time: on a fast machine the race is over before the twin's shop has opened.
        using var twinEnds = CancellationTokenSource.CreateLinkedTokenSource(ct);
        twinEnds.CancelAfter(TwinSells);
        var naive = twin.SellAsync(twinEnds.Token, ct);
        await RaceAsync(floor, until, ct);
        var ledger = await SettleAsync(floor, ct);

        Assert.Equal(0, Math.Max(floor.Oversold, ledger.Oversold));
        Assert.True(ledger.Sold > 20 && floor.Refused > 10, $"Too little happened to prove anything: refused {floor.Refused}. {ledger}");
        Assert.True((await naive).Oversold > 0, $"The naive twin should have oversold. {await naive}");
    }

    [Fact(Timeout = 150_000)]
    public async Task Without_it_the_window_is_measured_and_the_levels_come_right_again()
    {
        var ct = TestContext.Current.CancellationToken;
        var windows = new ConcurrentQueue<double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Name == "integration.stock.window") to.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => windows.Enqueue(seconds));
        listener.Start();
        await using var stack = await ChaosStack.EmbeddedAsync(ct, WithStock);
        var floor = new StockFloor(stack.Shop, stack.Erp, Skus);
        await StartedAsync(floor, ct);

        using var until = CancellationTokenSource.CreateLinkedTokenSource(ct);
        until.CancelAfter(LongestRace / 3);
        await RaceAsync(floor, until, ct);
        var ledger = await SettleAsync(floor, ct);

        Assert.NotEmpty(windows);
        Assert.All(windows, seconds => Assert.InRange(seconds, 0.000_001, 60));
        TestContext.Current.SendDiagnosticMessage($"Window {windows.Average():0.000} s, at most {windows.Max():0.000} s; oversold by our writes or the shop's own: {Math.Max(floor.Oversold, ledger.Oversold)}.");
    }

    internal static void WithStock(JsonObject pair) => pair["lanes"] = new JsonObject { ["stock"] = true };

    private static async Task StartedAsync(StockFloor floor, CancellationToken ct)
    {
        await floor.StockAsync(5, ct);
        await SettleAsync(floor, ct);
    }

    private static async Task RaceAsync(StockFloor floor, CancellationTokenSource until, CancellationToken ct)
    {
        var crowd = Task.WhenAll(
            floor.BuyAsync("race", 0, TimeSpan.FromMilliseconds(20), until.Token, ct),
            floor.BuyAsync("race", 1, TimeSpan.FromMilliseconds(40), until.Token, ct),
            floor.CancelAsync(TimeSpan.FromMilliseconds(250), until.Token, ct),
            floor.ShipAsync(TimeSpan.FromMilliseconds(300), until.Token, ct));
        await floor.ReceiveAsync(3, 6, until.Token, ct);
        await until.CancelAsync();
        await crowd;
    }

    private static Task<StockLedger> SettleAsync(StockFloor floor, CancellationToken ct) =>
        Eventually.FindAsync(floor.LedgerAsync, ledger => ledger.IsExact, Settled, ledger => ledger.ToString(), ct);
}
