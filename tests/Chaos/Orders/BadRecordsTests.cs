using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.Orders;

/// <summary>Bar R8: what is bad is listed with its reason, and holds up nothing else.</summary>
public sealed class BadRecordsTests
{
    private const int EveryHundredth = 100;
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(1_500);

    [Fact(Explicit = true, Timeout = 1_800_000)]
    [Trait("Bar", "R8")]
    public async Task One_bad_order_in_a_hundred_is_listed_and_the_others_go_through()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair =>
        {
            pair["lookups"]!["ship-vias"]!.AsObject().Remove("One day");
            pair["lookups"]!["payment-methods"]!.AsObject().Remove("Money Order");
        });
        var orders = ChaosScale.Orders(@short: 200, full: 5_000);
        var (bad, at) = (new HashSet<string>(), new Random(ChaosScale.Seed).Next(EveryHundredth));
        foreach (var chunk in Enumerable.Range(0, orders).Chunk(250))
        {
            var placed = await stack.PlaceManyAsync(chunk.Select(index => index % EveryHundredth == at ? Bad(index) : Checkout.Good("mixed", index)), ct);
            bad.UnionWith(chunk.Zip(placed).Where(order => order.First % EveryHundredth == at).Select(order => $"{SandboxPairFile.StorefrontCode}-{order.Second.Number}"));
        }

        var ledger = await Eventually.FindAsync(stack.LedgerAsync, found => found.ShownBack.Count >= orders - bad.Count, Drained, found => $"{found.InErp.Count} in the ERP, {found.ShownBack.Count} shown back", ct);
        var entries = await Eventually.FindAsync(stack.Operations.AttentionAsync, list => list.Count >= bad.Count, TimeSpan.FromMinutes(2), list => $"{list.Count} entries", ct);

        Verdict.Tell($"R8: {bad.Count} bad orders among {orders}: {ledger.InErp.Count} in the ERP, {ledger.Doubled.Count} doubled, listed {string.Join(", ", entries.CountBy(entry => entry.Class).Select(found => $"{found.Value} {found.Key}"))}");
        Assert.Equal(bad.Order(), ledger.Missing.Order());
        Assert.Empty(ledger.Doubled);
        Assert.Equal(bad.Order(), entries.Select(entry => $"{SandboxPairFile.StorefrontCode}-{entry.Number}").Order());
        Assert.All(entries, entry => Assert.True(entry is { Class: AttentionClasses.InvalidOrder or AttentionClasses.UnmappedCode, Reasons.Length: > 20 }, $"{entry}"));
    }

    [Fact(Explicit = true, Timeout = 900_000)]
    [Trait("Bar", "R8")]
    public async Task Bad_mapping_version_pauses_its_lane_and_taking_it_back_drains_it()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct);
        var orders = ChaosScale.Orders(@short: 40, full: 400);
        await stack.PlaceManyAsync(Enumerable.Range(0, 5).Select(index => Checkout.Good("before", index)), ct);
        await stack.SettleAsync(TimeSpan.FromSeconds(60), ct, ship: false);
        await PublishAsync(stack, Bad(), ct);

        // The first one that fails tells that the new version counts.
        var probes = 0;
        await Eventually.FindAsync(
            async token =>
            {
                await stack.PlaceAsync(Checkout.Good("probe", probes++), token);
                return await stack.Operations.AttentionAsync(token);
            },
            list => list.Count > 0, TimeSpan.FromSeconds(60), _ => "nothing fails", ct);
        await stack.PlaceManyAsync(Enumerable.Range(0, orders).Select(index => Checkout.Good("during", index)), ct);
        var listed = await Eventually.FindAsync(
            stack.Operations.AttentionAsync, list => list.Any(entry => entry.Class == AttentionClasses.LanePaused), TimeSpan.FromSeconds(120), list => string.Join(", ", list.Select(entry => entry.Class).Distinct()), ct);
        var paused = listed.Single(entry => entry.Class == AttentionClasses.LanePaused);
        var waiting = await stack.LedgerAsync(ct);

        await stack.EditPairAsync(pair => pair["documents"]!.AsObject().Remove("orders.toErp"), ct);

        var ledger = await stack.SettleAsync(TimeSpan.FromSeconds(600), ct, ship: false);
        await Eventually.FindAsync(stack.Operations.AttentionAsync, list => list.Count == 0, TimeSpan.FromSeconds(120), list => string.Join(", ", list.Take(3)), ct);
        Verdict.Tell($"R8: a bad mapping stopped {waiting.Missing.Count()} orders, {listed.Count} entries listed ({paused.Reasons}); taken back: {ledger}");
        Assert.Contains("1000", paused.Reasons, StringComparison.Ordinal);
        Assert.Contains("Description", paused.Reasons, StringComparison.Ordinal);
        // Twenty may fail before it is a rule and not a record.
        Assert.InRange(listed.Count, 2, 30);
        Assert.Equal(5 + probes + orders, ledger.InErp.Count);
    }

    private static JsonObject Bad(int index) => (index / EveryHundredth % 3) switch
    {
        0 => Checkout.Good("mixed", index).With("breakTotalBy", 3.21m),
        1 => Checkout.Good("mixed", index).With("shippingMethod", "One day"),
        _ => Checkout.Good("mixed", index).With("paymentMethod", "Money Order"),
    };

    private static JsonObject Bad()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "services", "Acumatica", "Integration.Acumatica", "SalesOrders", "orders.toErp.json"));
        // The sandbox pair's settings, as the connector fills them in.
        foreach (var (setting, value) in new[] { ("orderType", "WO"), ("taxZone", "WEB"), ("branch", "MAIN"), ("warehouse", "MAIN") }) text = text.Replace($"{{setting:{setting}}}", value, StringComparison.Ordinal);
        text = text.Replace("\"{if:taxZone}\"", "true", StringComparison.Ordinal);
        var mapping = JsonNode.Parse(text)!.AsObject();
        mapping["version"] = 1000;
        mapping["rules"]!.AsArray().Single(rule => rule!["to"]!.ToString() == "Description")!["expr"] = "$string($number('no number: ' & number))";
        return mapping;
    }

    private static async Task PublishAsync(ChaosStack stack, JsonObject mapping, CancellationToken ct)
    {
        await File.WriteAllTextAsync(Path.Combine(stack.PairsFolder, "documents", "orders.toErp.json"), mapping.ToJsonString(), ct);
        await stack.EditPairAsync(pair => pair["documents"]!["orders.toErp"] = "documents/orders.toErp.json", ct);
    }
}
