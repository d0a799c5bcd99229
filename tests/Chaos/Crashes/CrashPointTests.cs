using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Chaos.Crashes;

/// <summary>Bar R2: processes die at the worst moments and nothing is lost, doubled or stuck.</summary>
public sealed class CrashPointTests(BrokerFixture broker, PostgresFixture postgres)
{
    private static readonly TimeSpan BetweenOrders = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan AllCrashes = TimeSpan.FromSeconds(240);

    // Not longer than 60 s after the last crash is what the bar calls not stuck.
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(60);

    // NAME:N is the N-th time that a launch of the process comes to the point. Each point is met twice.
    private static readonly Dictionary<string, IReadOnlyList<string>> Plan = new()
    {
        [ServiceRole.Gateway.Name] = ["after-look-row:3", "after-look-row:5", "after-status-write:1", "after-status-write:3"],
        [ServiceRole.Adapter.Name] =
        [
            "after-claim:3", "after-claim:2", "after-call-before-save:2", "after-call-before-save:3",
            "after-customer-create:1", "after-customer-create:2", "after-token-refresh:1", "after-token-refresh:1",
        ],
        [ServiceRole.OrderToCash.Name] = ["after-save-before-publish:4", "after-save-before-publish:7", "after-publish-before-confirm:4", "after-publish-before-confirm:7"],
    };

    [Fact(Timeout = 360_000)]
    public async Task Processes_killed_at_every_named_point_twice_lose_and_double_nothing()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.SeparateAsync(broker, postgres, Plan, ct, pair =>
        {
            // What died in mid-call is looked for and written again only after this time, which the bar does not count as stuck.
            pair["storefront"]!["deadline"] = "PT3S";
            pair["storefront"]!["settings"]!["longestLateCommitSeconds"] = 5;
        });
        // Tokens are renewed a minute before they end, so that these are renewed all the time.
        // A process that dies between renewing and keeping one leaves a seat taken for ten minutes: a licence with few of them is not what this is about.
        await stack.Erp.PostAsync("settings", new JsonObject { ["accessTokenLifetime"] = "00:01:01", ["seats"] = 8 }, ct);
        // One that was issued before the line above would live for an hour.
        await stack.Erp.PostAsync("expire", new JsonObject(), ct);

        await PlaceUntilAllCrashedAsync(stack, ct);
        var ledger = await stack.SettleAsync(Drained, ct);

        Assert.Equal(Plan.ToDictionary(plan => plan.Key, plan => plan.Value.Count), stack.Deaths);
        Assert.True(ledger.Placed.Count >= 10, ledger.ToString());
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }

    private static async Task PlaceUntilAllCrashedAsync(ChaosStack stack, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(AllCrashes);
        for (var index = 0; !AllCrashed(stack); index++)
        {
            Assert.False(deadline.IsCancellationRequested, $"Not all points were reached: {string.Join(", ", stack.Deaths)}");
            await stack.PlaceAsync(Checkout.Good("crash", index), ct);
            await stack.ShipOpenAsync(ct);
            await Task.WhenAny(Task.Delay(BetweenOrders, deadline.Token));
        }
    }

    private static bool AllCrashed(ChaosStack stack) => Plan.All(plan => stack.Deaths.GetValueOrDefault(plan.Key) >= plan.Value.Count);
}
