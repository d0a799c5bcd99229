using System.Text.Json.Nodes;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Chaos.Replicas;

/// <summary>Bar R13: replicas come and go under load.</summary>
public sealed class RollingTests(BrokerFixture broker, PostgresFixture postgres)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(15);

    [Fact(Explicit = true, Timeout = 900_000)]
    [Trait("Bar", "R13")]
    public async Task Scaled_out_restarted_and_scaled_in_it_refuses_no_hint_and_keeps_the_order_of_each_sku()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var host = await broker.FreshVirtualHostAsync(ct);
        await using var database = await postgres.FreshDatabaseAsync(ct);
        await using var stack = await ChaosStack.SeparateAsync(host.Amqp, database.ConnectionString, ct, pair =>
        {
            pair["lanes"] = new JsonObject { ["stock"] = true };
            pair["sweeps"]!["every"] = "PT2S";
        });
        using var rolling = new Rolling(stack, database.ConnectionString);

        var findings = await rolling.RunAsync(Between, ct);

        Assert.Empty(findings.Wrong);
    }
}
