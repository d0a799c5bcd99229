using Integration.Platform.Faults;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Chaos.ErpFaults;

/// <summary>Bar R5 in full, over separate processes. Its short form stands beside it: the same faults over embedded services.</summary>
public sealed class FlakyErpAtLengthTests(BrokerFixture broker, PostgresFixture postgres)
{
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(10);

    [Fact(Explicit = true, Timeout = 5_000_000)]
    [Trait("Bar", "R5")]
    public async Task Erp_that_fails_in_every_way_gets_each_of_thousands_of_orders_once()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var run = await StartAsync(uniqueReference: ChaosScale.Seed % 2 == 0, null, ct);

        var findings = await run.RunAsync(ChaosScale.Orders(100, 10_000), Away, ChaosScale.Seed, ct);

        Assert.Empty(findings.Wrong);
    }

    [Fact(Explicit = true, Timeout = 900_000)]
    [Trait("Proves", "R5")]
    public async Task Writing_again_without_a_look_is_found_out()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var run = await StartAsync(uniqueReference: false, Defects.ClaimOff, ct);

        var findings = await run.RunAsync(150, TimeSpan.FromSeconds(5), ChaosScale.Seed, ct);

        Assert.Contains(findings.Wrong, wrong => wrong.Contains("doubled", StringComparison.Ordinal));
    }

    private async Task<FlakyErpAtLength> StartAsync(bool uniqueReference, string? defect, CancellationToken ct) => new(
        await ChaosStack.SeparateAsync(
            broker, postgres, ct, pair => FlakyErpAtLength.Describe(pair, uniqueReference), defect, pair: PairUnderChaos.Asked),
        uniqueReference);
}
