using Integration.Platform.Faults;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.Deaths;

/// <summary>Bars R1, R3 and R4: services, broker and database die under load, and the ERP still gets every order once. In short, all of them in one run.</summary>
public sealed class DeathTests(OwnServers servers) : IClassFixture<OwnServers>
{
    [Fact(Timeout = 300_000)]
    [Trait("Short", "R1")]
    public async Task Each_service_the_broker_and_the_database_killed_once_cost_time_only()
    {
        var ct = TestContext.Current.CancellationToken;
        var stack = await servers.SharedAsync(ct);
        using var shaken = new Shaken(servers, stack, "once");

        var findings = await shaken.RunAsync(
            null, perSecond: 3,
            async token =>
            {
                await new BrokerDeaths(servers, stack).ShakeAsync(times: 1, away: TimeSpan.Zero, token);
                await new DatabaseDeaths(servers, stack).ShakeAsync(times: 1, away: TimeSpan.Zero, token);
                await RandomKills.RunAsync(stack, kills: 4, shaken.Orders, shaken.Orders.Placed + 12, ChaosScale.Seed, token);
            },
            ct);

        Assert.Empty(findings.Wrong);
        Assert.Equal(4, stack.Deaths.Values.Sum());
    }

    [Fact(Explicit = true, Timeout = 1_500_000)]
    [Trait("Bar", "R1")]
    public async Task Services_killed_at_random_lose_double_and_hold_up_nothing()
    {
        var ct = TestContext.Current.CancellationToken;

        var findings = await new ServiceDeaths(servers, await servers.SharedAsync(ct)).RunAsync(orders: ChaosScale.Orders(100, 2_000), kills: 20, ct);

        Assert.Empty(findings.Wrong);
    }

    [Fact(Explicit = true, Timeout = 1_500_000)]
    [Trait("Bar", "R3")]
    public async Task Broker_restarted_killed_and_away_costs_time_only()
    {
        var ct = TestContext.Current.CancellationToken;

        var findings = await new BrokerDeaths(servers, await servers.SharedAsync(ct)).RunAsync(times: 10, away: TimeSpan.FromSeconds(120), ct);

        Assert.Empty(findings.Wrong);
    }

    [Fact(Explicit = true, Timeout = 1_500_000)]
    [Trait("Bar", "R4")]
    public async Task Database_killed_and_away_never_costs_a_hint_that_was_taken()
    {
        var ct = TestContext.Current.CancellationToken;

        var findings = await new DatabaseDeaths(servers, await servers.SharedAsync(ct)).RunAsync(times: 10, away: TimeSpan.FromSeconds(60), ct);

        Assert.Empty(findings.Wrong);
    }

    [Fact(Explicit = true, Timeout = 900_000)]
    [Trait("Proves", "R1")]
    public async Task Services_without_an_outbox_are_found_out()
    {
        var ct = TestContext.Current.CancellationToken;

        var findings = await new ServiceDeaths(servers, await servers.FreshAsync(Defects.OutboxOff, ct)).RunAsync(orders: 600, kills: 20, ct);

        Assert.Contains(findings.Wrong, wrong => wrong.Contains("lost", StringComparison.Ordinal) || wrong.Contains("not shown back", StringComparison.Ordinal));
    }

    [Fact(Explicit = true, Timeout = 900_000)]
    [Trait("Proves", "R3")]
    public async Task Broker_away_from_services_without_an_outbox_is_found_out()
    {
        var ct = TestContext.Current.CancellationToken;

        var findings = await new BrokerDeaths(servers, await servers.FreshAsync(Defects.OutboxOff, ct)).RunAsync(times: 2, away: TimeSpan.FromSeconds(20), ct);

        Assert.Contains(findings.Wrong, wrong => wrong.Contains("lost", StringComparison.Ordinal));
    }

    [Fact(Explicit = true, Timeout = 900_000)]
    [Trait("Proves", "R4")]
    public async Task Hints_answered_before_they_are_stored_are_found_out()
    {
        var ct = TestContext.Current.CancellationToken;

        var findings = await new DatabaseDeaths(servers, await servers.FreshAsync(Defects.HintEarly, ct)).RunAsync(times: 2, away: TimeSpan.FromSeconds(10), ct);

        Assert.Contains(findings.Wrong, wrong => wrong.Contains("without a row", StringComparison.Ordinal));
    }
}
