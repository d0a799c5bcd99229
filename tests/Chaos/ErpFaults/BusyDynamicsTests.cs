using System.Text.Json.Nodes;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.ErpFaults;

/// <summary>Finance and Operations that asks everybody to wait, and whose tokens end at the same time.</summary>
public sealed class BusyDynamicsTests
{
    private const int Orders = 12;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact(Timeout = 200_000)]
    public async Task Storms_of_429_and_tokens_that_end_delay_orders_and_neither_lose_nor_double_one()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair: PairUnderChaos.Dynamics);
        for (var storm = 0; storm < 3; storm++)
        {
            await LoadAsync(stack, 90, ct);
            await stack.PlaceManyAsync(Enumerable.Range(storm * Orders, Orders).Select(index => Checkout.Good("storm", index)), ct);
            await Eventually.FindAsync(stack.Erp.CallsAsync, calls => calls.Count(call => call.Status == 429) > storm, Soon, calls => $"{calls.Count} calls", ct);
            // Nothing gets through, and the tokens end meanwhile.
            Assert.Equal(storm * Orders, (await stack.LedgerAsync(ct)).InErp.Count);
            await stack.Erp.PostAsync("expire", new JsonObject(), ct);
            await LoadAsync(stack, 0, ct);
            Assert.Equal((storm + 1) * Orders, (await stack.SettleAsync(Drained, ct, ship: false)).InErp.Count);
        }

        var calls = (await stack.Erp.CallsAsync(ct)).OrderBy(call => call.At).ToList();
        Assert.Empty(StayAway.Violations(calls, RetryAfter));
        Assert.Contains(calls, call => call.Status == 401);
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }

    private static Task<JsonNode?> LoadAsync(ChaosStack stack, int percent, CancellationToken ct) =>
        stack.Erp.PostAsync("settings", new JsonObject { ["load"] = percent, ["retryAfter"] = RetryAfter.ToString("c") }, ct);
}
