using System.Globalization;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.Hints;

/// <summary>Bar R6: hints that come too often, all at once, or too early. Sweeps are out of the way.</summary>
[Trait("Bar", "R6")]
public sealed class HintTests
{
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(ChaosScale.Of(@short: 40, full: 400));

    [Fact(Timeout = 1_200_000)]
    public async Task Hints_sent_five_times_in_parallel_make_one_erp_order_each()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await StartAsync(ct);
        using var http = new HttpClient();
        var hints = new SignedHints(http, stack.State.Gateway);
        var ids = new List<string>();
        var orders = ChaosScale.Orders(@short: 10, full: 1_000);
        for (var index = 0; index < orders; index++) ids.Add((await stack.PlaceAsync(Checkout.Good("often", index), ct)).Id);

        await SendAllAsync(hints, ids.SelectMany(id => Enumerable.Repeat(id, 5)), ct);
        var ledger = await stack.SettleAsync(Drained, ct, ship: false);
        // Once more, long after.
        await SendAllAsync(hints, ids, ct);
        var (last, _) = await stack.PlaceAsync(Checkout.Good("often", orders), ct);
        await hints.SendAsync(SandboxPairFile.Pair, last, ct);
        ledger = await stack.SettleAsync(Drained, ct, ship: false);

        Verdict.Tell($"R6: {orders} orders hinted five times at once and once later: {ledger}");
        Assert.Equal(orders + 1, ledger.InErp.Count);
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }

    [Fact(Timeout = 1_200_000)]
    public async Task Hint_for_an_order_that_the_shop_has_not_committed_is_not_concluded_missing()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await StartAsync(ct);
        using var http = new HttpClient();
        var hints = new SignedHints(http, stack.State.Gateway);
        var (first, _) = await stack.PlaceAsync(Checkout.Good("early", 0), ct);
        await hints.SendAsync(SandboxPairFile.Pair, first, ct);
        var early = new EarlyHints(stack, hints, int.Parse(first, CultureInfo.InvariantCulture), ChaosScale.Of(@short: 1, full: 50));
        await early.PlaceAsync(Drained, ct);

        var ledger = await stack.SettleAsync(Drained, ct, ship: false);

        Verdict.Tell($"R6: {early.Orders} orders hinted before they were committed: {ledger}");
        Assert.Equal(early.Orders + 1, ledger.InErp.Count);
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }

    [Fact(Timeout = 120_000)]
    public async Task Orders_of_a_shop_with_the_add_on_need_no_sweep()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await StartAsync(ct, addOn: true);
        for (var index = 0; index < 5; index++) await stack.PlaceAsync(Checkout.Good("told", index), ct);

        var ledger = await stack.SettleAsync(Drained, ct, ship: false);

        Assert.Equal(5, ledger.InErp.Count);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("test", "0")]
    [InlineData("return", "7")]
    public async Task Hint_that_no_lane_reads_is_understood_so_that_the_shop_does_not_repeat_it(string entity, string id)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await StartAsync(ct);
        using var http = new HttpClient();

        Assert.Equal(204, await new SignedHints(http, stack.State.Gateway).SendAsync(SandboxPairFile.Pair, entity, id, ct));
    }

    private static Task SendAllAsync(SignedHints hints, IEnumerable<string> ids, CancellationToken ct) => Parallel.ForEachAsync(
        ids, new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = ct }, async (id, token) => Assert.Equal(202, await hints.SendAsync(SandboxPairFile.Pair, id, token)));

    private static Task<ChaosStack> StartAsync(CancellationToken ct, bool addOn = false) =>
        ChaosStack.EmbeddedAsync(ct, pair => pair["sweeps"]!["every"] = "PT1H", addOn);
}
