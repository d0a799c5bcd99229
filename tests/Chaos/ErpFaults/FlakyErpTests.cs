using System.Text.Json.Nodes;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.ErpFaults;

/// <summary>Bar R5: an ERP that fails in every way it can.</summary>
public sealed class FlakyErpTests
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    // Calls that were on the wire when the 429 came were sent in good faith.
    private static readonly TimeSpan OnTheWire = TimeSpan.FromMilliseconds(300);

    [Theory(Timeout = 240_000)]
    [InlineData(true, 60)]
    [InlineData(false, 40)]
    public async Task Erp_that_fails_in_every_way_gets_each_order_once(bool uniqueReference, int orders)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair =>
        {
            pair["erp"]!["deadline"] = "PT2S";
            pair["erp"]!["settings"]!["uniqueReference"] = uniqueReference;
            pair["erp"]!["settings"]!["longestLateCommit"] = "00:00:06";
        });
        await stack.Erp.PostAsync("settings", new JsonObject { ["forbidDuplicates"] = uniqueReference }, ct);
        await stack.Erp.FaultAsync(
            ct,
            Fault.Status(500, probability: 0.05, seed: 11),
            Fault.Of("CommitThenTimeout", 0.05, seed: 12, delay: TimeSpan.FromSeconds(3), method: "PUT"),
            Fault.Of("CommitLate", 0.02, seed: 13, delay: TimeSpan.FromSeconds(5), method: "PUT"),
            // The dice decide how often; once each is certain.
            Fault.Of("CommitThenTimeout", delay: TimeSpan.FromSeconds(3), method: "PUT", path: "SalesOrder", count: 1, skip: 3),
            Fault.Of("CommitLate", delay: TimeSpan.FromSeconds(5), method: "PUT", path: "SalesOrder", count: 1, skip: 6),
            Fault.Status(429, probability: 0.05, seed: 14, retryAfter: RetryAfter),
            Fault.Of("Reset", 0.02, seed: 15),
            Fault.Of("Malformed", 0.02, seed: 16));
        await stack.PlaceManyAsync(Enumerable.Range(0, orders).Select(index => Checkout.Good("flaky", index)), ct);

        var ledger = await stack.SettleAsync(TimeSpan.FromSeconds(180), ct, ship: false);

        Assert.Equal(orders, ledger.InErp.Count);
        var hits = await stack.Erp.HitsAsync(ct);
        Assert.All(["Status", "CommitThenTimeout", "CommitLate"], kind => Assert.True(hits[kind].Sum() > 0, $"{kind} never hit"));
        Assert.Empty(CallsInsideRetryAfter(await stack.Erp.CallsAsync(ct)));
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }

    private static IEnumerable<string> CallsInsideRetryAfter(IReadOnlyList<StandInCall> calls) =>
        from refusal in calls.Where(call => call.Status == 429)
        from call in calls
        where call.At > refusal.AnsweredAt + OnTheWire && call.At < refusal.AnsweredAt + RetryAfter
        select $"{call.Method} {call.Target} came {(call.At - refusal.AnsweredAt).TotalMilliseconds:0} ms after a 429 that asked for {RetryAfter.TotalSeconds:0} s";
}
