using Integration.Tests.Chaos.Harness;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Chaos.Stock;

/// <summary>Bar R14 in full, over separate processes. Its short form stands beside it.</summary>
[Trait("Bar", "R14")]
public sealed class OversoldAtLengthTests(BrokerFixture broker, PostgresFixture postgres)
{
    private static readonly TimeSpan Filled = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TwinSells = TimeSpan.FromSeconds(15);

    [Fact(Explicit = true, Timeout = 2_400_000)]
    public async Task Thousands_of_orders_on_fifty_skus_sell_nothing_that_is_not_there()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.SeparateAsync(broker, postgres, ct, OversoldTests.WithStock, addOn: true);
        await using var twin = new NaiveTwin();
        using var twinEnds = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var market = new StockMarket(stack.Shop, stack.Erp, ChaosScale.Seed);
        await market.OpenAsync(ct);
        await ExactAsync(market, Filled, ct);

        twinEnds.CancelAfter(TwinSells);
        var naive = twin.SellAsync(twinEnds.Token, ct);
        await market.RunAsync(ChaosScale.Orders(100, 10_000), ct);
        var ledger = await ExactAsync(market, Settled, ct);
        var naively = (await naive).Oversold;

        Verdict.Tell($"{market.Orders} orders on {StockMarket.Skus} SKUs, {market.Cancelled} cancelled or declined, {market.Shipped} shipped, {market.Refused} refused for lack of stock; "
            + $"{ledger.Sold} pieces sold, oversold {Math.Max(market.Oversold, ledger.Oversold)}; the naive twin oversold {naively} in {TwinSells.TotalSeconds:0} s");
        Assert.Equal(0, Math.Max(market.Oversold, ledger.Oversold));
        Assert.True(market is { Refused: > 10, Cancelled: > 10, Shipped: > 10 }, "Too little happened to prove anything.");
        Assert.True(naively > 0, "The naive twin should have oversold.");
    }

    private static Task<StockLedger> ExactAsync(StockMarket market, TimeSpan deadline, CancellationToken ct) =>
        Eventually.FindAsync(market.LedgerAsync, ledger => ledger.IsExact, deadline, ledger => ledger.ToString(), ct, everyMs: 5_000);
}
