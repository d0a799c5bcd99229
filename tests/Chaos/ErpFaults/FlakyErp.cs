using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.ErpFaults;

/// <summary>Bar R5: orders against an ERP that fails in every way it can.</summary>
internal static class FlakyErp
{
    private const int Orders = 40;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public static async Task GetsEachOrderOnceAsync(PairUnderChaos under, bool uniqueReference)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair =>
        {
            pair["erp"]!["deadline"] = "PT2S";
            under.Describe(pair, uniqueReference);
            pair["erp"]!["settings"]!["longestLateCommit"] = "00:00:06";
        }, pair: under);
        await under.SetAsync(stack.Erp, uniqueReference, ct);
        await stack.Erp.FaultAsync(
            ct,
            Fault.Status(500, probability: 0.05, seed: 11),
            Fault.Of("CommitThenTimeout", 0.05, seed: 12, delay: TimeSpan.FromSeconds(3), method: under.Method),
            Fault.Of("CommitLate", 0.02, seed: 13, delay: TimeSpan.FromSeconds(5), method: under.Method),
            // The dice decide how often; once each is certain.
            Fault.Of("CommitThenTimeout", delay: TimeSpan.FromSeconds(3), method: under.Method, path: under.OrderPath, count: 1, skip: 3),
            Fault.Of("CommitLate", delay: TimeSpan.FromSeconds(5), method: under.Method, path: under.OrderPath, count: 1, skip: 6),
            Fault.Status(429, probability: 0.05, seed: 14, retryAfter: RetryAfter),
            Fault.Of("Reset", 0.02, seed: 15),
            Fault.Of("Malformed", 0.02, seed: 16));
        await stack.PlaceManyAsync(Enumerable.Range(0, Orders).Select(index => Checkout.Good("flaky", index)), ct);

        await stack.SettleAsync(TimeSpan.FromSeconds(180), ct, ship: false);
        // A late commit is logged when it is carried out: only after the last one is it known that none of them doubled an order.
        var hits = await stack.Erp.HitsAsync(ct);
        await Eventually.FindAsync(
            stack.Erp.CallsAsync, calls => calls.Count(call => call.Fault is "CommitLate" or "CommitThenTimeout") == hits["CommitLate"].Sum() + hits["CommitThenTimeout"].Sum(),
            TimeSpan.FromSeconds(40), _ => "A late commit is still to come.", ct);
        var ledger = await stack.LedgerAsync(ct);

        Assert.True(ledger.IsWhole, ledger.ToString());
        Assert.Equal(Orders, ledger.InErp.Count);
        Assert.All(["Status", "CommitThenTimeout", "CommitLate"], kind => Assert.True(hits[kind].Sum() > 0, $"{kind} never hit"));
        Assert.Empty(StayAway.Violations([.. (await stack.Erp.CallsAsync(ct)).OrderBy(call => call.At)], RetryAfter));
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }
}
