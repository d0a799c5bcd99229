using Integration.Tests.Chaos.Harness;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Chaos.Soak;

/// <summary>Bar R11: an hour at half capacity.</summary>
public sealed class SoakTests(BrokerFixture broker, PostgresFixture postgres)
{
    // Half of what two cores sustained when this was written; INTEGRATION_CHAOS_PART shortens the hour, never this.
    private const double PerSecond = 8;
    private static readonly TimeSpan Warm = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Hour = TimeSpan.FromMinutes(60);

    [Fact(Explicit = true, Timeout = 5_000_000)]
    [Trait("Bar", "R11")]
    public async Task Hour_at_half_capacity_costs_no_memory_and_no_time()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var host = await broker.FreshVirtualHostAsync(ct);
        await using var database = await postgres.FreshDatabaseAsync(ct);
        await using var stack = await ChaosStack.SeparateAsync(host.Amqp, database.ConnectionString, ct);

        var findings = await new Soak(stack).RunAsync(PerSecond, Warm, Hour * ChaosScale.Part, ct);

        Assert.Empty(findings.Wrong);
    }
}
