using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.Ordering;

/// <summary>Bar R7: what happens in the wrong order ends as if it had happened in the right one.</summary>
[Trait("Bar", "R7")]
public sealed class ReorderedTests
{
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(60);

    [Fact(Timeout = 120_000)]
    public async Task Shipment_that_is_posted_before_we_know_of_the_order_still_reaches_the_shop()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair =>
        {
            pair["erp"]!["deadline"] = "PT2S";
            pair["erp"]!["settings"]!["uniqueReference"] = false;
            pair["erp"]!["settings"]!["longestLateCommit"] = "00:00:06";
        });
        // The ERP commits and we do not hear of it; the warehouse is faster than the look after the quiet time.
        await stack.Erp.FaultAsync(ct, Fault.Of("CommitThenTimeout", delay: TimeSpan.FromSeconds(3), method: "PUT", path: "SalesOrder", count: 1));
        await stack.PlaceAsync(Checkout.Good("early-ship", 1), ct);
        await Eventually.FindAsync(stack.LedgerAsync, ledger => ledger.InErp.Count == 1, Drained, ledger => ledger.ToString(), ct);
        await stack.ShipOpenAsync(ct);
        Assert.Empty((await stack.LedgerAsync(ct)).ShownBack);

        await stack.SettleAsync(Drained, ct);

        Assert.Single((await stack.Erp.StateAsync(ct))["shipments"]!.AsArray());
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }

    [Fact(Timeout = 120_000)]
    public async Task Order_cancelled_while_it_is_being_created_is_cancelled_in_the_erp_too()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct);
        await stack.Erp.FaultAsync(ct, Fault.Of("Delay", delay: TimeSpan.FromSeconds(4), method: "PUT", path: "SalesOrder", count: 1));
        var (id, number) = await stack.PlaceAsync(Checkout.Good("cancel", 1), ct);
        await Eventually.FindAsync(stack.Erp.HitsAsync, hits => hits["Delay"].Sum() == 1, Drained, _ => "The order was never sent.", ct);

        await stack.Shop.PostAsync($"orders/{id}/cancel", new JsonObject(), ct);

        await Eventually.FindAsync(
            token => stack.Operations.InStateAsync(SandboxPairFile.Pair, RecordStates.Cancelled, token), cancelled => cancelled.Contains(number), Drained,
            cancelled => string.Join(' ', cancelled), ct);
        var orders = (await stack.Erp.StateAsync(ct))["orders"]!.AsArray();
        Assert.Equal(["Canceled"], orders.Select(order => order!["status"]!.ToString()));
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }
}
