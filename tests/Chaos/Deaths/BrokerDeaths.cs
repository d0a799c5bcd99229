using Integration.Tests.Chaos.Harness;

namespace Integration.Tests.Chaos.Deaths;

/// <summary>R3: the broker is restarted and killed in turn, and then away for a while.</summary>
internal sealed class BrokerDeaths(OwnServers servers, ChaosStack stack)
{
    private const double PerSecond = 1;
    // Long enough for some orders to get through in between: deaths without a pause are one long outage.
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(ChaosScale.Of(2, 12));

    public async Task<Findings> RunAsync(int times, TimeSpan away, CancellationToken ct)
    {
        using var shaken = new Shaken(servers, stack, "broker");

        var findings = await shaken.RunAsync(null, PerSecond, token => ShakeAsync(times, away, token), ct);

        findings.When(shaken.Drained > Shaken.Stuck, $"drained only after {shaken.Drained.TotalSeconds:0} s");
        findings.Take("answers to hints that are neither taken nor a clean refusal", [.. shaken.Hints.Answers.Keys.Except(["202", "503"])]);
        Verdict.Tell($"Broker restarted or killed {times} times, away {away.TotalSeconds:0} s, {shaken.Orders.Placed} orders meanwhile; hints {Words(shaken)}; "
            + $"whole {shaken.Drained.TotalSeconds:0} s after its return; {findings}");
        return findings;
    }

    internal static string Words(Shaken shaken) => string.Join(", ", shaken.Hints.Answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => $"{answer.Key}: {answer.Value}"));

    /// <summary>Only does it; orders and judgement are the caller's.</summary>
    public async Task ShakeAsync(int times, TimeSpan away, CancellationToken ct)
    {
        // RabbitMQ confirms a new queue, and what is sent to it, before it is on its disk, and loses both when it dies in between: the queues of a stack that
        // has just been started are waited for. An order that is shown back has gone through all of them.
        await Eventually.FindAsync(stack.LedgerAsync, ledger => ledger.ShownBack.Count > 0, Shaken.Stuck * 2, ledger => ledger.ToString(), ct);
        await servers.Broker.QueuesOnDiskAsync(ct);
        var dice = new Random(ChaosScale.Seed);
        for (var time = 0; time < times; time++)
        {
            await Task.Delay(Between * (0.5 + dice.NextDouble()), ct);
            await EndAsync(kill: time % 2 == 0, ct);
            await servers.Broker.StartAgainAsync(ct);
        }

        if (away == TimeSpan.Zero) return;
        await Task.Delay(Between, ct);
        await EndAsync(kill: true, ct);
        await Task.Delay(away, ct);
        await servers.Broker.StartAgainAsync(ct);
    }

    private Task EndAsync(bool kill, CancellationToken ct) => kill ? servers.Broker.KillAsync(ct) : servers.Broker.StopAsync(ct);
}
