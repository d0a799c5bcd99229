using System.Globalization;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.Hints;

/// <summary>Bar R6: hints that come too often, all at once, or too early. Sweeps are out of the way.</summary>
[Trait("Bar", "R6")]
public sealed class HintTests
{
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(40);

    [Fact(Timeout = 120_000)]
    public async Task Hints_sent_five_times_in_parallel_make_one_erp_order_each()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await StartAsync(ct);
        using var http = new HttpClient();
        var hints = new SignedHints(http, stack.State.Gateway);
        var ids = new List<string>();
        for (var index = 0; index < 10; index++) ids.Add((await stack.PlaceAsync(Checkout.Good("often", index), ct)).Id);

        var answers = await Task.WhenAll(ids.SelectMany(id => Enumerable.Repeat(id, 5)).Select(id => hints.SendAsync(SandboxPairFile.Pair, id, ct)));
        Assert.All(answers, status => Assert.Equal(202, status));
        var ledger = await stack.SettleAsync(Drained, ct, ship: false);
        // Once more, long after.
        await Task.WhenAll(ids.Select(id => hints.SendAsync(SandboxPairFile.Pair, id, ct)));
        var (last, _) = await stack.PlaceAsync(Checkout.Good("often", 10), ct);
        await hints.SendAsync(SandboxPairFile.Pair, last, ct);
        ledger = await stack.SettleAsync(Drained, ct, ship: false);

        Assert.Equal(11, ledger.InErp.Count);
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }

    [Fact(Timeout = 120_000)]
    public async Task Hint_for_an_order_that_the_shop_has_not_committed_is_not_concluded_missing()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await StartAsync(ct);
        using var http = new HttpClient();
        var hints = new SignedHints(http, stack.State.Gateway);
        var (first, _) = await stack.PlaceAsync(Checkout.Good("early", 0), ct);
        var next = $"{int.Parse(first, CultureInfo.InvariantCulture) + 1}";
        await hints.SendAsync(SandboxPairFile.Pair, first, ct);
        await hints.SendAsync(SandboxPairFile.Pair, next, ct);
        // Looked for twice and not there: now it is committed, and no further hint comes.
        await Eventually.FindAsync(
            stack.Shop.CallsAsync, calls => calls.Count(call => call.Target.Contains($"_path=order/{next}", StringComparison.Ordinal)) >= 2,
            Drained, calls => string.Join('\n', calls.Select(call => call.Target)), ct);
        var (id, _) = await stack.PlaceAsync(Checkout.Good("early", 1), ct);
        Assert.Equal(next, id);

        var ledger = await stack.SettleAsync(Drained, ct, ship: false);

        Assert.Equal(2, ledger.InErp.Count);
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

    private static Task<ChaosStack> StartAsync(CancellationToken ct, bool addOn = false) =>
        ChaosStack.EmbeddedAsync(ct, pair => pair["sweeps"]!["every"] = "PT1H", addOn);
}
