using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.ErpFaults;

/// <summary>Bar R5: an ERP, or a shop, that does not let us in or is not there for a while.</summary>
[Trait("Bar", "R5")]
[Trait("Short", "R5")]
public sealed class ErpAwayTests
{
    private const string ErpConnection = "sandbox-erp";
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact(Timeout = 150_000)]
    public async Task Revoked_key_raises_one_alert_fails_no_record_and_is_not_tried_again_until_resumed()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair: PairUnderChaos.Asked);
        await stack.PlaceAsync(Checkout.Good("revoked", 1), ct);
        await stack.SettleAsync(Drained, ct, ship: false);

        await stack.Erp.PostAsync("revoke", new JsonObject { ["revoked"] = true }, ct);
        // Counts the credentials that are sent, and delays nothing.
        await stack.SignIn.FaultAsync(ct, Fault.Of("Delay", path: stack.Pair.SignInPath).With("bodyContains", stack.Pair.SignInBody));
        await stack.PlaceManyAsync(Enumerable.Range(2, 5).Select(index => Checkout.Good("revoked", index)), ct);
        await Eventually.FindAsync(stack.Operations.ConnectionsAsync, all => all.GetValueOrDefault(ErpConnection) == "denied", Soon, all => string.Join(", ", all), ct);
        var calls = (await stack.Erp.CallsAsync(ct)).Count;
        // The shop is swept on meanwhile: the orders are read and wait for the ERP.
        await Eventually.FindAsync(token => InStatesAsync(stack, token), states => states == 6, Soon, states => $"{states} orders known", ct);

        Assert.Equal(calls, (await stack.Erp.CallsAsync(ct)).Count);
        Assert.InRange((await stack.SignIn.HitsAsync(ct))["Delay"].Sum(), 0, 1);
        var attention = await stack.Operations.AttentionAsync(ct);
        var alert = Assert.Single(attention);
        Assert.Equal((AttentionClasses.ConnectionDenied, 1), (alert.Class, alert.Times));

        await stack.Erp.PostAsync("revoke", new JsonObject { ["revoked"] = false }, ct);
        // A refused credential is not sent again for some seconds, however often somebody resumes.
        await Eventually.FindAsync(
            async token =>
            {
                if ((await stack.Operations.ConnectionsAsync(token))[ErpConnection] != "open") await stack.Operations.ResumeAsync(ErpConnection, token);
                return await stack.LedgerAsync(token);
            },
            ledger => ledger.IsWhole && ledger.InErp.Count == 6, Drained, ledger => ledger.ToString(), ct);
        await Eventually.FindAsync(stack.Operations.AttentionAsync, list => list.Count == 0, Soon, list => string.Join(", ", list), ct);
    }

    [Fact(Timeout = 120_000)]
    public async Task Ten_seconds_of_outage_delay_orders_and_nothing_else()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair: PairUnderChaos.Asked);
        await stack.Erp.FaultAsync(ct, Fault.Of("Outage").With("until", DateTimeOffset.UtcNow.AddSeconds(10).ToString("O")));
        await stack.PlaceManyAsync(Enumerable.Range(0, 15).Select(index => Checkout.Good("outage", index)), ct);

        await stack.SettleAsync(Drained, ct, ship: false);

        Assert.True((await stack.Erp.HitsAsync(ct))["Outage"].Sum() > 0);
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }

    [Fact(Timeout = 120_000)]
    public async Task Token_that_expires_again_and_again_in_mid_run_is_renewed_unseen()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair: PairUnderChaos.Asked);
        for (var batch = 0; batch < 5; batch++)
        {
            await stack.PlaceManyAsync(Enumerable.Range(batch * 4, 4).Select(index => Checkout.Good("expired", index)), ct);
            await stack.Erp.PostAsync("expire", new JsonObject(), ct);
            await Eventually.FindAsync(stack.LedgerAsync, ledger => ledger.InErp.Count > batch * 4, Soon, ledger => ledger.ToString(), ct);
        }

        await stack.SettleAsync(Drained, ct, ship: false);

        Assert.Contains(await stack.Erp.CallsAsync(ct), call => call.Status == 401);
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }

    [Fact(Timeout = 120_000)]
    public async Task Shop_that_answers_with_its_error_page_delays_orders_and_nothing_else()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair: PairUnderChaos.Asked);
        await stack.Shop.FaultAsync(ct, Fault.Of("Html500").With("until", DateTimeOffset.UtcNow.AddSeconds(8).ToString("O")));
        await stack.PlaceManyAsync(Enumerable.Range(0, 5).Select(index => Checkout.Good("html", index)), ct);

        await stack.SettleAsync(Drained, ct, ship: false);

        Assert.True((await stack.Shop.HitsAsync(ct))["Html500"].Sum() > 0);
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }

    private static async Task<int> InStatesAsync(ChaosStack stack, CancellationToken ct) =>
        (await stack.Operations.InStateAsync(stack.Pair.Name, RecordStates.InProgress, ct)).Count
        + (await stack.Operations.InStateAsync(stack.Pair.Name, RecordStates.InErp, ct)).Count;
}
