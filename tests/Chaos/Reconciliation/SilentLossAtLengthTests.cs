using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Chaos.Reconciliation;

/// <summary>Bar R12 in full, over separate processes: 25 orders lost and 10 falsified among ten thousand. Its short form stands beside it, for both versions of the shop.</summary>
[Trait("Bar", "R12")]
public sealed class SilentLossAtLengthTests(BrokerFixture broker, PostgresFixture postgres)
{
    private const int Lost = 25;
    private const int Drifted = 10;
    private const int AtOnce = 100;
    private static readonly TimeSpan BetweenBatches = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan Arrived = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Reconciled = TimeSpan.FromMinutes(10);

    [Fact(Explicit = true, Timeout = 2_400_000)]
    public async Task Silent_losses_and_drifts_among_thousands_of_orders_are_all_found_and_nothing_else()
    {
        var ct = TestContext.Current.CancellationToken;
        var count = ChaosScale.Orders(100, 10_000);
        await using var stack = await ChaosStack.SeparateAsync(
            broker, postgres, ct, pair => pair["reconciliation"] = new JsonObject { ["grace"] = "PT0S" });
        foreach (var batch in Enumerable.Range(0, count).Chunk(AtOnce))
        {
            await stack.PlaceManyAsync(batch.Select(index => Checkout.Good("lost", index)), ct);
            await Task.Delay(BetweenBatches, ct);
        }

        await Eventually.FindAsync(
            stack.LedgerAsync, ledger => ledger.InErp.Count >= count && !ledger.Missing.Any(), Arrived, ledger => ledger.ToString(), ct, everyMs: 5_000);
        var orders = (await stack.Erp.StateAsync(ct))["orders"]!.AsArray().Select(order => (Number: order!["orderNbr"]!.ToString(), Reference: order["externalRef"]!.ToString())).ToArray();
        new Random(ChaosScale.Seed).Shuffle(orders);
        var (lost, drifted) = (orders[..Lost], orders[Lost..(Lost + Drifted)]);
        foreach (var order in lost) await SilentLossTests.TamperAsync(stack, order.Number, delete: true, ct);
        foreach (var order in drifted) await SilentLossTests.TamperAsync(stack, order.Number, delete: false, ct);

        var report = await stack.Operations.ReconcileAsync(SandboxPairFile.Pair, Reconciled, ct);

        Verdict.Tell($"{report["checked"]} orders compared, {Lost} lost and {Drifted} falsified: {report["found"]} found, {report["healed"]} written again, {report["falseAlarms"]} false alarms");
        Assert.Equal("done", report["state"]!.ToString());
        Assert.Equal(
            (count, Lost + Drifted, Lost, Drifted, 0), ((int)report["checked"]!, (int)report["found"]!, (int)report["healed"]!, (int)report["remaining"]!, (int)report["falseAlarms"]!));
        Assert.Equal(
            lost.Select(order => (order.Reference, "missing-in-erp")).Concat(drifted.Select(order => (order.Reference, "amounts-differ"))).Order(),
            report["findings"]!.AsArray().Select(finding => (finding!["key"]!.ToString(), finding["cause"]!.ToString())).Order());
        var ledger = await stack.LedgerAsync(ct);
        Assert.Empty(ledger.Missing);
        Assert.Empty(ledger.Doubled);
    }
}
