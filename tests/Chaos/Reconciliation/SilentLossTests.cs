using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.Reconciliation;

/// <summary>What gets lost or falsified behind everybody's back is found by reading both systems afresh, and only that (R12 over both stand-ins).</summary>
[Trait("Bar", "R12")]
public sealed class SilentLossTests
{
    private const int Orders = 12;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(90);

    [Theory(Timeout = 240_000)]
    [InlineData("5.4")]
    [InlineData("5.5")]
    public async Task Orders_lost_by_the_ERP_are_written_again_once_and_a_drifted_amount_is_left_to_a_person(string storeApi)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair => pair["reconciliation"] = new JsonObject { ["grace"] = "PT0S" }, storeApi: storeApi);
        await stack.PlaceManyAsync(Enumerable.Range(0, Orders).Select(index => Checkout.Good("lost", index)), ct);
        await Eventually.FindAsync(stack.LedgerAsync, ledger => ledger.InErp.Count == Orders && !ledger.Missing.Any(), Soon, ledger => ledger.ToString(), ct);
        var orders = (await stack.Erp.StateAsync(ct))["orders"]!.AsArray().Select(order => (Number: order!["orderNbr"]!.ToString(), Reference: order["externalRef"]!.ToString())).ToList();
        foreach (var lost in orders.Take(2)) await TamperAsync(stack, lost.Number, delete: true, ct);
        await TamperAsync(stack, orders[2].Number, delete: false, ct);

        var report = await stack.Operations.ReconcileAsync(SandboxPairFile.Pair, Soon, ct);

        Assert.Equal("done", report["state"]!.ToString());
        Assert.Equal((Orders, 3, 2, 1, 0), ((int)report["checked"]!, (int)report["found"]!, (int)report["healed"]!, (int)report["remaining"]!, (int)report["falseAlarms"]!));
        Assert.Equal(
            [(orders[0].Reference, "missing-in-erp", "healed"), (orders[1].Reference, "missing-in-erp", "healed"), (orders[2].Reference, "amounts-differ", "open")],
            report["findings"]!.AsArray().Select(finding => (finding!["key"]!.ToString(), finding["cause"]!.ToString(), finding["state"]!.ToString())).OrderBy(finding => orders.FindIndex(order => order.Reference == finding.Item1)));
        var ledger = await stack.LedgerAsync(ct);
        Assert.Empty(ledger.Missing);
        Assert.Empty(ledger.Doubled);
        Assert.Single(await stack.Operations.AttentionAsync(ct), entry => entry.Class == "amounts-differ");
    }

    internal static Task<JsonNode?> TamperAsync(ChaosStack stack, string number, bool delete, CancellationToken ct) => stack.Erp.PostAsync(
        "tamper",
        delete
            ? new JsonObject { ["entity"] = "SalesOrder", ["keys"] = new JsonArray("WO", number), ["delete"] = true }
            : new JsonObject { ["entity"] = "SalesOrder", ["keys"] = new JsonArray("WO", number), ["fields"] = new JsonObject { ["OrderTotal"] = 1.23m } },
        ct);
}
