using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.Pairs;

/// <summary>Two pairs in one installation do not disturb each other.</summary>
public sealed class TwoShopsTests
{
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(60);

    [Fact(Timeout = 150_000)]
    public async Task Same_order_number_in_two_shops_of_one_erp_makes_two_erp_orders()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct);
        await using var second = await SecondShop.StartAsync(ct);
        await second.WritePairAsync(stack, _ => { }, ct);
        for (var index = 0; index < 3; index++)
        {
            await stack.PlaceAsync(Checkout.Good("first", index), ct);
            await second.Control.PostAsync("checkout", Checkout.Good("second", index), ct);
        }

        var first = await stack.SettleAsync(Drained, ct);
        var other = await SettleSecondAsync(stack, second, ct);

        Assert.Equal(["XC1-1001", "XC1-1002", "XC1-1003"], first.InErp.Order());
        Assert.Equal(["XC2-1001", "XC2-1002", "XC2-1003"], other.InErp.Order());
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }

    [Fact(Timeout = 150_000)]
    public async Task Bad_pair_file_disables_its_pair_only_and_is_picked_up_when_mended()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct);
        await using var second = await SecondShop.StartAsync(ct);
        await second.WritePairAsync(stack, pair => pair["timeZone"] = "Mars/Olympus", ct);
        await second.Control.PostAsync("checkout", Checkout.Good("second", 0), ct);
        var problem = await Eventually.FindAsync(
            stack.LogAsync, lines => lines.Any(line => line.Contains("Pair disabled", StringComparison.Ordinal)), Drained, _ => "The bad file was not told.", ct);
        Assert.Contains(problem, line => line.Contains($"{SecondShop.Pair}.json", StringComparison.Ordinal)
            && line.Contains("timeZone", StringComparison.Ordinal) && line.Contains("Mars/Olympus", StringComparison.Ordinal) && line.Contains("Europe/Berlin", StringComparison.Ordinal));

        await stack.PlaceAsync(Checkout.Good("first", 0), ct);
        await stack.SettleAsync(Drained, ct);
        Assert.Empty((await SecondLedgerAsync(stack, second, ct)).InErp);

        await second.WritePairAsync(stack, _ => { }, ct);
        var ledger = await SettleSecondAsync(stack, second, ct);
        Assert.Equal(["XC2-1001"], ledger.InErp);
    }

    private static Task<Ledger> SecondLedgerAsync(ChaosStack stack, SecondShop second, CancellationToken ct) =>
        Ledger.ReadAsync(second.Control, SecondShop.StorefrontCode, stack.Erp, ct);

    private static Task<Ledger> SettleSecondAsync(ChaosStack stack, SecondShop second, CancellationToken ct) => Eventually.FindAsync(
        async token =>
        {
            await stack.ShipOpenAsync(token);
            return await SecondLedgerAsync(stack, second, token);
        },
        ledger => ledger.IsWhole, Drained, ledger => ledger.ToString(), ct);
}
