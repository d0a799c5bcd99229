using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Chaos.Hints;
using Xunit;

namespace Integration.Tests.Chaos.Ordering;

/// <summary>Bar R7 as a whole: the same orders once in order and once shuffled (shipped before we know of them, cancelled while they are created, hinted early, late and stale) end the same.</summary>
public sealed class ShuffledTests
{
    private const int Orders = 120;
    private const string Shipped = "once in the ERP, shipped, shown";
    private const string Cancelled = "not live in the ERP";
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(300);

    [Fact(Explicit = true, Timeout = 1_200_000)]
    [Trait("Bar", "R7")]
    public async Task Shuffled_events_end_as_those_in_order()
    {
        var ct = TestContext.Current.CancellationToken;
        var inOrder = await InOrderAsync(ct);

        var shuffled = await ShuffledAsync(new Random(ChaosScale.Seed), ct);

        var different = inOrder.Zip(shuffled).Index().Where(pair => pair.Item.First != pair.Item.Second).Select(pair => $"{pair.Index}: {pair.Item.First} in order, {pair.Item.Second} shuffled").ToList();
        Verdict.Tell($"R7: {Orders} orders in order ({string.Join(", ", inOrder.CountBy(end => end).Select(end => $"{end.Value} {end.Key}"))}) and shuffled: {different.Count} ended differently");
        Assert.Empty(different);
    }

    private static async Task<IReadOnlyList<string>> InOrderAsync(CancellationToken ct)
    {
        await using var stack = await StartAsync(ct);
        var placed = await stack.PlaceManyAsync(Enumerable.Range(0, Orders).Select(index => Checkout.Good("shuffle", index)), ct);
        await Eventually.FindAsync(stack.LedgerAsync, ledger => ledger.ShownBack.Count == Orders, Drained, ledger => ledger.ToString(), ct);
        foreach (var (index, order) in placed.Index().Where(order => IsCancelled(order.Index))) await CancelAsync(stack, order.Id, ct);
        return await EndAsync(stack, placed, ct);
    }

    private static async Task<IReadOnlyList<string>> ShuffledAsync(Random random, CancellationToken ct)
    {
        await using var stack = await StartAsync(ct);
        using var http = new HttpClient();
        var hints = new SignedHints(http, stack.State.Gateway);
        await stack.Erp.FaultAsync(
            ct, Fault.Of("CommitThenTimeout", probability: 0.08, seed: random.Next(), delay: TimeSpan.FromSeconds(3), method: "PUT", path: "SalesOrder"),
            Fault.Of("Delay", probability: 0.4, seed: random.Next(), delay: TimeSpan.FromSeconds(1.5), method: "PUT"));
        var placed = new List<(string Id, string Number)>();
        for (var index = 0; index < Orders; index++)
        {
            var order = await stack.PlaceAsync(Checkout.Good("shuffle", index), ct);
            placed.Add(order);
            // Some of an order that is not there yet, some of one that was read long ago, all more than once.
            foreach (var id in new[] { order.Id, placed[random.Next(placed.Count)].Id, order.Id }.OrderBy(_ => random.Next())) await hints.SendAsync(SandboxPairFile.Pair, id, ct);
            if (IsCancelled(index)) await CancelAsync(stack, order.Id, ct);
            if (index % 5 == 0) await ShipAsync(stack, placed, ct);
        }

        return await EndAsync(stack, placed, ct, () => hints.SendAsync(SandboxPairFile.Pair, placed[random.Next(placed.Count)].Id, ct));
    }

    private static Task<ChaosStack> StartAsync(CancellationToken ct) => ChaosStack.EmbeddedAsync(ct, pair =>
    {
        pair["erp"]!["deadline"] = "PT2S";
        pair["erp"]!["settings"]!["uniqueReference"] = false;
        pair["erp"]!["settings"]!["longestLateCommit"] = "00:00:06";
    });

    private static bool IsCancelled(int index) => index % 4 == 1;

    private static async Task CancelAsync(ChaosStack stack, string id, CancellationToken ct) => await stack.Shop.PostAsync($"orders/{id}/cancel", new JsonObject(), ct);

    // What the customers cancel nobody packs.
    private static async Task ShipAsync(ChaosStack stack, IReadOnlyList<(string Id, string Number)> placed, CancellationToken ct)
    {
        var kept = placed.Index().Where(order => !IsCancelled(order.Index)).Select(order => Reference(order.Item.Number)).ToHashSet();
        foreach (var order in (await stack.Erp.StateAsync(ct))["orders"]!.AsArray().Where(order => order!["status"]!.ToString() == "Open" && kept.Contains(order["externalRef"]!.ToString())))
        {
            await stack.Erp.PostAsync("ship", new JsonObject { ["orderNbr"] = order!["orderNbr"]!.ToString() }, ct);
        }
    }

    private static async Task<IReadOnlyList<string>> EndAsync(ChaosStack stack, IReadOnlyList<(string Id, string Number)> placed, CancellationToken ct, Func<Task>? meanwhile = null) =>
        await Eventually.FindAsync(
            async token =>
            {
                await ShipAsync(stack, placed, token);
                if (meanwhile is not null) await meanwhile();
                return await StatesAsync(stack, placed, token);
            },
            states => states.Index().All(state => state.Item == (IsCancelled(state.Index) ? Cancelled : Shipped)), Drained,
            states => string.Join(", ", states.CountBy(state => state).Select(state => $"{state.Value} {state.Key}")), ct);

    private static async Task<IReadOnlyList<string>> StatesAsync(ChaosStack stack, IReadOnlyList<(string Id, string Number)> placed, CancellationToken ct)
    {
        var ledger = await stack.LedgerAsync(ct);
        var shipments = (await stack.Erp.StateAsync(ct))["orders"]!.AsArray().Where(order => order!["status"]!.ToString() != "Canceled")
            .ToLookup(order => order!["externalRef"]!.ToString(), order => order!["shipments"]!.AsArray().Count);
        return [.. placed.Select(order => Reference(order.Number)).Select(reference => shipments[reference].ToList() switch
        {
            [] => Cancelled,
            [1] when ledger.ShownBack.Contains(reference) => Shipped,
            var found => $"{found.Count} in the ERP with {found.Sum()} shipments{(ledger.ShownBack.Contains(reference) ? "" : ", not shown")}",
        })];
    }

    private static string Reference(string number) => $"{SandboxPairFile.StorefrontCode}-{number}";
}
