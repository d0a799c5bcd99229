using System.Text.Json.Nodes;
using Integration.Platform.Faults;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Chaos.Load;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Chaos.Crashes;

/// <summary>Bar R2: processes die at the worst moments and nothing is lost, doubled or stuck.</summary>
public sealed class CrashPointTests(BrokerFixture broker, PostgresFixture postgres)
{
    private const double PerSecond = 1.5;
    private const int MostWaiting = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan AllCrashes = TimeSpan.FromSeconds(ChaosScale.Of(240, 1_500));

    // Not longer than 60 s after the last crash is what the bar calls not stuck, beside the quiet time of what died in mid-call: three deadlines and the
    // longest late commit.
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(60 + (3 * 5) + 6);

    [Fact(Timeout = 1_700_000)]
    [Trait("Bar", "R2")]
    [Trait("Short", "R2")]
    public async Task Processes_killed_at_every_named_point_lose_and_double_nothing()
    {
        var ct = TestContext.Current.CancellationToken;
        var plan = CrashPlan.Of(Pair, ChaosScale.Of(2, 10), ChaosScale.Seed);
        await using var stack = await StartAsync(plan, null, ct);

        await PlaceUntilAllCrashedAsync(stack, plan, ct);
        var ledger = await stack.SettleAsync(Drained, ct);

        Assert.Equal(plan.ToDictionary(service => service.Key, service => service.Value.Count), stack.Deaths);
        Assert.True(ledger.Placed.Count >= 10, ledger.ToString());
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
        Verdict.Tell($"{plan.Values.Sum(points => points.Count)} deaths at {plan.Values.SelectMany(points => points).Select(point => point.Split(':')[0]).Distinct().Count()} points, {ledger.Placed.Count} orders: none lost, doubled or stuck");
    }

    [Theory(Explicit = true, Timeout = 600_000)]
    [InlineData(Defects.OutboxOff, "after-save-before-publish")]
    [InlineData(Defects.ClaimOff, "after-call-before-save")]
    [Trait("Proves", "R2")]
    public async Task Mistake_is_found_out(string defect, string point)
    {
        var ct = TestContext.Current.CancellationToken;
        var plan = CrashPlan.Of(Pair, 2, ChaosScale.Seed).ToDictionary(service => service.Key, IReadOnlyList<string> (service) => [.. service.Value.Where(launch => launch.StartsWith(point, StringComparison.Ordinal))]);
        await using var stack = await StartAsync(plan, defect, ct);
        await Pair.SetAsync(stack.Erp, uniqueReference: false, ct);

        await PlaceUntilAllCrashedAsync(stack, plan, ct);
        var ledger = await stack.LastLedgerAsync(Drained, ct);

        Assert.True(defect == Defects.OutboxOff ? ledger.Missing.Any() : ledger.Doubled.Count > 0, ledger.ToString());
        Verdict.Tell($"{defect} is found out: {ledger}");
    }

    private static PairUnderChaos Pair => PairUnderChaos.Asked;

    private async Task<ChaosStack> StartAsync(Dictionary<string, IReadOnlyList<string>> plan, string? defect, CancellationToken ct)
    {
        var stack = await ChaosStack.SeparateAsync(
            broker, postgres, ct,
            pair =>
            {
                // What died in mid-call is looked for and written again only after this time, which the bar does not count as stuck.
                pair["storefront"]!["deadline"] = "PT3S";
                pair["storefront"]!["settings"]!["longestLateCommitSeconds"] = 5;
                pair["erp"]!["deadline"] = "PT5S";
                pair["erp"]!["settings"]!["longestLateCommit"] = "00:00:06";
                if (defect is not null) Pair.Describe(pair, uniqueReference: false);
            },
            defect, crashes: plan, pair: Pair);
        if (Pair != PairUnderChaos.Acumatica) return stack;
        // Tokens are renewed a minute before they end, so that these are renewed all the time.
        // A process that dies between renewing and keeping one leaves a seat taken for ten minutes: a licence with few of them is not what this is about.
        await stack.Erp.PostAsync("settings", new JsonObject { ["accessTokenLifetime"] = "00:01:01", ["seats"] = ChaosScale.Of(8, 40) }, ct);
        // One that was issued before the line above would live for an hour.
        await stack.Erp.PostAsync("expire", new JsonObject(), ct);
        return stack;
    }

    private static async Task PlaceUntilAllCrashedAsync(ChaosStack stack, Dictionary<string, IReadOnlyList<string>> plan, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(AllCrashes);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        // What had to wait for its quiet time stands at the end of the queue again: the queue is kept short.
        var orders = new OrderStream(stack, "crash", MostWaiting);
        var background = Task.WhenAll(orders.PlaceAsync(int.MaxValue, PerSecond, enough.Token, ct), orders.WatchAsync(Pause, enough.Token, ct));
        while (!deadline.IsCancellationRequested && !AllCrashed(stack, plan))
        {
            await stack.ShipOpenAsync(ct);
            await Task.WhenAny(Task.Delay(Pause, deadline.Token));
        }

        await enough.CancelAsync();
        await background;
        Assert.True(AllCrashed(stack, plan), $"Not all points were reached: {string.Join(", ", stack.Deaths)}");
    }

    private static bool AllCrashed(ChaosStack stack, Dictionary<string, IReadOnlyList<string>> plan) =>
        plan.All(service => stack.Deaths.GetValueOrDefault(service.Key) >= service.Value.Count);
}
