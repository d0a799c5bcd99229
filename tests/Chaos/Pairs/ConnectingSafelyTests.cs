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

    // The stand-in counts from here.
    private const int FirstOrderId = 101;
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(60);

    [Fact(Timeout = 240_000)]
    public async Task Ten_thousand_orders_older_than_from_stay_put()
    {
        var ct = TestContext.Current.CancellationToken;
        var from = DateTimeOffset.UtcNow.AddHours(-1);
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair => pair["from"] = from.ToString("O"));
        // Gift wraps have no stock that could run out.
        var lines = new JsonArray(Checkout.Line("GIFT-WRAP", 1));
        for (var placed = 0; placed < OldOrders; placed += Batch)
        {
            await stack.PlaceManyAsync(
                Enumerable.Range(placed, Batch).Select(index => Checkout.Good("old", 1).With("lines", lines.DeepClone()).With("placedAt", from.AddMinutes(-1 - index).ToString("O"))), ct);
        }

        // Touched today, so that the sweep sees it; it is old all the same.
        var old = $"{FirstOrderId + (OldOrders / 2)}";
        await stack.Shop.PostAsync($"orders/{old}/note", new JsonObject { ["note"] = "Looked at again." }, ct);
        var (_, number) = await stack.PlaceAsync(Checkout.Good("new", 1), ct);
        await Eventually.FindAsync(
            stack.Shop.CallsAsync, calls => calls.Any(call => call.Target.Contains($"order/{old}", StringComparison.Ordinal)), Drained, _ => "The touched order was never read.", ct);
        await Eventually.FindAsync(ReferencesAsync, references => references.Count > 0, Drained, _ => "The new order is not in the ERP.", ct);

        var ledger = await stack.LedgerAsync(ct);
        Assert.Equal(OldOrders + 1, ledger.Placed.Count);
        Assert.Equal([$"{SandboxPairFile.StorefrontCode}-{number}"], ledger.InErp);
        Assert.Single(await ReferencesAsync(ct));
        Assert.Empty(await stack.Operations.AttentionAsync(ct));

        // Whatever its reference is.
        async Task<IReadOnlyList<string>> ReferencesAsync(CancellationToken token) =>
            [.. (await stack.Erp.StateAsync(token))["orders"]!.AsArray().Select(order => order!["externalRef"]!.ToString())];
    }

    [Fact(Timeout = 150_000)]
    public async Task Observing_pair_writes_nothing_and_going_live_sends_what_it_saw()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair => pair["mode"] = "observe");
        await stack.PlaceManyAsync(Enumerable.Range(0, 6).Select(index => Checkout.Good("observe", index)), ct);
        await Eventually.FindAsync(
            token => stack.Operations.InStateAsync(SandboxPairFile.Pair, RecordStates.Observed, token), seen => seen.Count == 6, Drained, seen => $"{seen.Count} observed", ct);
        Assert.DoesNotContain(await stack.Erp.CallsAsync(ct), call => call.IsWrite);
        Assert.DoesNotContain(await stack.Shop.CallsAsync(ct), call => call.IsWrite);

        await stack.EditPairAsync(pair => pair["mode"] = "live", ct);

        var ledger = await stack.SettleAsync(Drained, ct);
        Assert.Equal(6, ledger.InErp.Count);
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }
}
