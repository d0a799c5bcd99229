using Integration.Tests.Chaos.Harness;

namespace Integration.Tests.Chaos.Deaths;

/// <summary>R1: kill -9 of every service at random while orders flow.</summary>
internal sealed class ServiceDeaths(OwnServers servers, ChaosStack stack)
{
    private const double PerSecond = 12;
    private const int MostWaiting = 100;

    public async Task<Findings> RunAsync(int orders, int kills, CancellationToken ct)
    {
        using var shaken = new Shaken(servers, stack, "killed", MostWaiting);
        var before = stack.Deaths.Values.Sum();

        var findings = await shaken.RunAsync(orders, PerSecond, token => RandomKills.RunAsync(stack, kills, shaken.Orders, orders, ChaosScale.Seed, token), ct);

        var deaths = stack.Deaths.Values.Sum() - before;
        findings.When(deaths != kills, $"{deaths} deaths instead of {kills}");
        findings.When(shaken.Drained > Shaken.Stuck + OwnServers.Quiet, $"whole only after {shaken.Drained.TotalSeconds:0} s");
        findings.When(shaken.Orders.Slowest > Shaken.Stuck + OwnServers.Quiet, $"an order was stuck for {shaken.Orders.Slowest.TotalSeconds:0} s");
        Verdict.Tell($"{orders} orders, {kills} kills ({string.Join(", ", stack.Deaths.Select(death => $"{death.Key} {death.Value}"))}), ERP {(OwnServers.AllowsDuplicates ? "allows" : "forbids")} duplicates; "
            + $"to the ERP median {shaken.Orders.Median.TotalSeconds:0.0} s, slowest {shaken.Orders.Slowest.TotalSeconds:0} s, whole {shaken.Drained.TotalSeconds:0} s after the last; {findings}");
        return findings;
    }
}
