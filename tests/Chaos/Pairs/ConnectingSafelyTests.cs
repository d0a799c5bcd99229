using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.Pairs;

/// <summary>A real shop with a history is connected: its past stays put, and nothing is written before it goes live.</summary>
public sealed class ConnectingSafelyTests
{
    private const int OldOrders = 10_000;
    private const int Batch = 1_000;
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(60);

    [Fact(Timeout = 240_000)]
    public async Task Ten_thousand_orders_older_than_from_stay_put()
    {
        var ct = TestContext.Current.CancellationToken;
        var from = DateTimeOffset.UtcNow.AddHours(-1);
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair =>
        {
            pair["from"] = from.ToString("O");
            pair["mode"] = "live";
        });
        for (var placed = 0; placed < OldOrders; placed += Batch)
        {
            await stack.PlaceManyAsync(
                Enumerable.Range(placed, Batch).Select(index => Checkout.Good("old", index - (index % 3) + 1).With("placedAt", from.AddMinutes(-1 - index).ToString("O"))), ct);
        }

        // Touched today, so that the sweep sees it; it is old all the same.
        var old = (await stack.Shop.StateAsync(ct))["orders"]!.AsArray()[OldOrders / 2]!["orderId"]!.ToString();
        await stack.Shop.PostAsync($"orders/{old}/note", new JsonObject { ["note"] = "Looked at again." }, ct);
        var (_, number) = await stack.PlaceAsync(Checkout.Good("new", 1), ct);

        var reference = $"{SandboxPairFile.StorefrontCode}-{number}";
        await Eventually.FindAsync(stack.LedgerAsync, ledger => ledger.ShownBack.Contains(reference), Drained, ledger => $"{ledger.InErp.Count} in the ERP", ct);
        await Eventually.FindAsync(
            stack.Shop.CallsAsync, calls => calls.Any(call => call.Target.Contains($"order/{old}", StringComparison.Ordinal)), Drained, _ => "The touched order was never read.", ct);
        Assert.Equal([reference], (await stack.LedgerAsync(ct)).InErp);
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }

    [Fact(Timeout = 150_000)]
    public async Task Observing_pair_writes_nothing_and_going_live_sends_what_it_saw()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair => pair["mode"] = "observe");
        await stack.PlaceManyAsync(Enumerable.Range(0, 6).Select(index => Checkout.Good("observe", index)), ct);
        await Eventually.FindAsync(
            token => stack.Operations.InStateAsync(SandboxPairFile.Pair, RecordStates.Observed, token), seen => seen.Count == 6, Drained, seen => $"{seen.Count} observed", ct);
        Assert.Empty((await stack.Erp.CallsAsync(ct)).Where(call => call.IsWrite));
        Assert.Empty((await stack.Shop.CallsAsync(ct)).Where(call => call.IsWrite));

        await stack.EditPairAsync(pair => pair["mode"] = "live", ct);

        var ledger = await stack.SettleAsync(Drained, ct);
        Assert.Equal(6, ledger.InErp.Count);
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }
}
