using System.Globalization;
using Integration.Platform.Faults;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Chaos.Hints;

/// <summary>Proves R6: services that take what they do not find at once for gone lose orders, and the bar's count shows it.</summary>
public sealed class HastyTwinTests(BrokerFixture broker, PostgresFixture postgres)
{
    [Fact(Explicit = true, Timeout = 300_000)]
    [Trait("Proves", "R6")]
    public async Task Orders_taken_for_gone_are_found_missing()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.SeparateAsync(
            broker, postgres, ct, pair => pair["sweeps"]!["every"] = "PT1H", Defects.NotFoundFinal);
        using var http = new HttpClient();
        var hints = new SignedHints(http, stack.State.Gateway);
        var (first, _) = await stack.PlaceAsync(Checkout.Good("early", 0), ct);
        await hints.SendAsync(SandboxPairFile.Pair, first, ct);
        await new EarlyHints(stack, hints, int.Parse(first, CultureInfo.InvariantCulture), 5).PlaceAsync(TimeSpan.FromSeconds(40), ct);

        var ledger = await Eventually.LastAsync(stack.LedgerAsync, found => found.IsWhole, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(1), ct);

        Verdict.Tell($"R6 with hints of unknown orders concluded at once: {ledger}");
        Assert.Equal(5, ledger.Missing.Count());
    }
}
