using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.Orders;

/// <summary>What cannot be sent is on the operator's list with a plain reason, and goes on when its cause is mended.</summary>
public sealed class OperatorsListTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(40);

    [Theory(Timeout = 120_000)]
    [InlineData("payment-methods", "Stripe")]
    [InlineData("ship-vias", "Courier")]
    [InlineData("taxes", "CDEV.STAX.1")]
    public async Task Unmapped_code_holds_its_orders_until_the_lookup_is_filled_and_all_are_retried(string lookup, string code)
    {
        var ct = TestContext.Current.CancellationToken;
        JsonNode? value = null;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair =>
        {
            value = pair["lookups"]![lookup]![code]!.DeepClone();
            pair["lookups"]![lookup]!.AsObject().Remove(code);
        });
        await stack.PlaceManyAsync(Enumerable.Range(0, 3).Select(index => Checkout.Good("unmapped", index)), ct);
        var entries = await Eventually.FindAsync(stack.Operations.AttentionAsync, list => list.Count == 3, Soon, list => string.Join(", ", list), ct);
        Assert.All(entries, entry => Assert.Equal(AttentionClasses.UnmappedCode, entry.Class));
        Assert.All(entries, entry => Assert.Contains(code, entry.Reasons, StringComparison.Ordinal));
        Assert.Empty((await stack.LedgerAsync(ct)).InErp);

        await stack.EditPairAsync(pair => pair["lookups"]![lookup]![code] = value!.DeepClone(), ct);
        await Eventually.FindAsync(
            async token =>
            {
                // The file is read again within seconds; a retry before that comes back with the same reason.
                await stack.Operations.RetryAllAsync(SandboxPairFile.Pair, AttentionClasses.UnmappedCode, token);
                return await stack.LedgerAsync(token);
            },
            ledger => ledger.IsWhole && ledger.InErp.Count == 3, Soon, ledger => ledger.ToString(), ct);
        await Eventually.FindAsync(stack.Operations.AttentionAsync, list => list.Count == 0, Soon, list => string.Join(", ", list), ct);
    }

    [Fact(Timeout = 120_000)]
    public async Task Filled_lookup_lets_its_orders_go_on_by_themselves()
    {
        var ct = TestContext.Current.CancellationToken;
        JsonNode? value = null;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair =>
        {
            value = pair["lookups"]!["ship-vias"]!["Courier"]!.DeepClone();
            pair["lookups"]!["ship-vias"]!.AsObject().Remove("Courier");
        });
        await stack.PlaceManyAsync(Enumerable.Range(0, 3).Select(index => Checkout.Good("filled", index)), ct);
        await Eventually.FindAsync(stack.Operations.AttentionAsync, list => list.Count == 3, Soon, list => string.Join(", ", list), ct);

        await stack.EditPairAsync(pair => pair["lookups"]!["ship-vias"]!["Courier"] = value!.DeepClone(), ct);

        await Eventually.FindAsync(stack.LedgerAsync, ledger => ledger.IsWhole && ledger.InErp.Count == 3, Soon, ledger => ledger.ToString(), ct);
        await Eventually.FindAsync(stack.Operations.AttentionAsync, list => list.Count == 0, Soon, list => string.Join(", ", list), ct);
    }

    [Fact(Timeout = 120_000)]
    public async Task Order_that_does_not_add_up_is_listed_and_the_others_go_on()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct);
        var (bad, number) = await stack.PlaceAsync(Checkout.Good("sums", 1).With("breakTotalBy", 7.77m), ct);
        await stack.PlaceAsync(Checkout.Good("sums", 2), ct);

        var ledger = await Eventually.FindAsync(stack.LedgerAsync, found => found.ShownBack.Count == 1, Soon, found => found.ToString(), ct);
        var entry = Assert.Single(await Eventually.FindAsync(stack.Operations.AttentionAsync, list => list.Count > 0, Soon, _ => "nothing listed", ct));

        Assert.Equal((AttentionClasses.InvalidOrder, bad, number), (entry.Class, entry.RecordId, entry.Number));
        Assert.Equal([$"{SandboxPairFile.StorefrontCode}-{number}"], ledger.Missing);
    }

    [Fact(Timeout = 120_000)]
    public async Task Order_placed_at_half_past_eleven_at_night_has_the_local_date_in_the_erp()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var yesterday = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, zone).Date.AddDays(-1);
        var local = yesterday.AddHours(23.5);
        var placedAt = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        Assert.NotEqual(DateOnly.FromDateTime(local), DateOnly.FromDateTime(placedAt.UtcDateTime));
        var (id, _) = await stack.PlaceAsync(Checkout.Good("night", 1).With("placedAt", placedAt.ToString("O")), ct);
        // Its change stamp is yesterday's too, and sweeps have passed that: today's note brings it up.
        await stack.Shop.PostAsync($"orders/{id}/note", new JsonObject { ["note"] = "Seen." }, ct);

        await stack.SettleAsync(Soon, ct, ship: false);

        var order = Assert.Single((await stack.Erp.StateAsync(ct))["orders"]!.AsArray())!;
        Assert.Equal(yesterday.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), order["date"]!.ToString()[..10]);
    }
}
