using System.Text.Json.Nodes;
using System.Xml;
using Integration.Tests.Chaos.Deaths;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Chaos.Load;

namespace Integration.Tests.Chaos.ErpFaults;

/// <summary>R5 in full: thousands of orders against the flaky ERP, whose key is revoked a third of the way on and which is away for a while at two thirds.</summary>
internal sealed class FlakyErpAtLength(ChaosStack stack, bool uniqueReference) : IAsyncDisposable
{
    private const string ErpConnection = "sandbox-erp";
    private const double PerSecond = 20;
    private const int MostWaiting = 200;

    // One session takes one call at a time: on a single seat each call that is never answered holds up everything for its deadline.
    private const int Seats = 4;

    /// <summary>When the ERP carries out what was given up.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Revoked = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Drained = TimeSpan.FromMinutes(5);

    private readonly OrderStream _orders = new(stack, "flaky", MostWaiting);
    private readonly CallWatch _calls = new(stack.Erp);
    private readonly Findings _findings = new();

    /// <summary>How the pair knows this ERP.</summary>
    public static void Describe(JsonObject pair, bool uniqueReference)
    {
        pair["erp"]!["deadline"] = XmlConvert.ToString(Deadline);
        PairUnderChaos.Asked.Describe(pair, uniqueReference);
        if (PairUnderChaos.Asked == PairUnderChaos.Acumatica) pair["erp"]!["settings"]!["seats"] = Seats;
        pair["erp"]!["settings"]!["longestLateCommit"] = (Late + TimeSpan.FromSeconds(6)).ToString("c");
    }

    public async Task<Findings> RunAsync(int orders, TimeSpan away, int seed, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await MisbehaveAsync(seed, ct);
        var watching = Task.WhenAll(_calls.RunAsync(TimeSpan.FromSeconds(5), over.Token, ct), _orders.WatchAsync(TimeSpan.FromSeconds(3), over.Token, ct));
        var placing = _orders.PlaceAsync(orders, PerSecond, over.Token, ct);
        await PlacedAsync(orders / 3, ct);
        var logins = await RevokeAsync(ct);
        await PlacedAsync(orders * 2 / 3, ct);
        var calls = await LeaveAsync(away, ct);
        await placing;

        await stack.LastLedgerAsync(Drained, ct);
        var late = await LateAsync(ct);
        await over.CancelAsync();
        await watching;
        var ledger = await stack.LedgerAsync(ct);
        _findings.Take(ledger);
        _findings.Take("on the attention list", [.. (await stack.Operations.AttentionAsync(ct)).Select(entry => entry.ToString())]);
        _findings.Take("calls inside a Retry-After", [.. StayAway.Violations(_calls.Calls, RetryAfter)]);
        _findings.When(logins > 1, $"the revoked credential was sent {logins} times");
        Verdict.Tell($"{orders} orders, ERP {(uniqueReference ? "forbids" : "allows")} duplicates; {string.Join(", ", late.Select(kind => $"{kind.Key} {kind.Sum()}"))}; credential sent {logins} times while revoked; "
            + $"away {away.TotalSeconds:0} s with {calls} calls; median {_orders.Median.TotalSeconds:0.0} s, slowest {_orders.Slowest.TotalSeconds:0} s; {_findings}");
        return _findings;
    }

    public ValueTask DisposeAsync() => stack.DisposeAsync();

    private async Task MisbehaveAsync(int seed, CancellationToken ct)
    {
        await stack.Pair.SetAsync(stack.Erp, uniqueReference, ct);
        if (stack.Pair == PairUnderChaos.Acumatica) await stack.Erp.PostAsync("settings", new JsonObject { ["seats"] = Seats }, ct);
        // Counts the credentials that are sent, and delays nothing.
        await stack.SignIn.FaultAsync(ct, Fault.Of("Delay", path: stack.Pair.SignInPath).With("bodyContains", stack.Pair.SignInBody));
        await stack.Erp.FaultAsync(
            ct,
            Fault.Status(500, probability: 0.05, seed: seed + 11),
            Fault.Of("CommitThenTimeout", 0.05, seed: seed + 12, delay: Deadline + TimeSpan.FromSeconds(1), method: stack.Pair.Method),
            Fault.Of("CommitLate", 0.02, seed: seed + 13, delay: Late, method: stack.Pair.Method),
            Fault.Status(429, probability: 0.05, seed: seed + 14, retryAfter: RetryAfter),
            Fault.Of("Reset", 0.02, seed: seed + 15),
            Fault.Of("Malformed", 0.02, seed: seed + 16));
    }

    private Task<int> PlacedAsync(int orders, CancellationToken ct) =>
        Eventually.FindAsync(_ => Task.FromResult(_orders.Placed), placed => placed >= orders, Longest, placed => $"{placed} orders placed", ct);

    /// <summary>How often the credential was sent while it was refused.</summary>
    private async Task<int> RevokeAsync(CancellationToken ct)
    {
        var before = (await stack.SignIn.HitsAsync(ct))["Delay"].Sum();
        await stack.Erp.PostAsync("revoke", new JsonObject { ["revoked"] = true }, ct);
        await Eventually.FindAsync(stack.Operations.ConnectionsAsync, all => all.GetValueOrDefault(ErpConnection) == "denied", TimeSpan.FromMinutes(2), all => string.Join(", ", all), ct);
        await Task.Delay(Revoked, ct);
        var sent = (await stack.SignIn.HitsAsync(ct))["Delay"].Sum() - before;
        await stack.Erp.PostAsync("revoke", new JsonObject { ["revoked"] = false }, ct);
        // A refused password is not sent again for some seconds, however often somebody resumes.
        await Eventually.FindAsync(
            async token =>
            {
                var state = (await stack.Operations.ConnectionsAsync(token))[ErpConnection];
                if (state == "denied") await stack.Operations.ResumeAsync(ErpConnection, token);
                return state;
            },
            state => state == "open", TimeSpan.FromMinutes(2), state => state, ct);
        return sent;
    }

    /// <summary>How often it was called while it was away.</summary>
    private async Task<int> LeaveAsync(TimeSpan away, CancellationToken ct)
    {
        var outage = Fault.Of("Outage").With("until", (DateTimeOffset.UtcNow + away).ToString("O")).With("id", "outage");
        // The first rule that takes a call decides.
        await stack.Erp.BehaveAsync(ct);
        await stack.Erp.FaultAsync(ct, outage);
        await Task.Delay(away, ct);
        var calls = (await stack.Erp.HitsAsync(ct))["Outage"].Sum();
        await stack.Erp.BehaveAsync(ct);
        await MisbehaveAsync(ChaosScale.Seed + 100, ct);
        return calls;
    }

    /// <summary>Waits until what was given up has been carried out, and tells how often each fault hit.</summary>
    private async Task<ILookup<string, int>> LateAsync(CancellationToken ct)
    {
        await Task.Delay(Late + TimeSpan.FromSeconds(2), ct);
        return await stack.Erp.HitsAsync(ct);
    }
}
