using System.Text.Json.Nodes;
using Integration.Run.Bench.Orders;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Chaos.Soak;

/// <summary>Bar R11: an hour at half capacity.</summary>
public sealed class SoakTests(BrokerFixture broker, PostgresFixture postgres)
{
    // Half of what ./bench order-flow keeps up on two processors, with its pair; INTEGRATION_CHAOS_PART shortens the hour, never this.
    private const double PerSecond = 30;
    private static readonly TimeSpan Warm = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Hour = TimeSpan.FromMinutes(60);

    [Fact(Explicit = true, Timeout = 5_000_000)]
    [Trait("Bar", "R11")]
    public async Task Hour_at_half_capacity_costs_no_memory_and_no_time()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.SeparateAsync(broker, postgres, ct, OrderPair.Edit, addOn: true);
        await stack.Erp.PostAsync("settings", new JsonObject { ["seats"] = OrderWorld.Seats }, ct);

        var findings = await new Soak(stack).RunAsync(PerSecond, Warm, Hour * ChaosScale.Part, ct);

        Assert.Empty(findings.Wrong);
    }
}
