using System.Diagnostics;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Chaos.Load;
using Xunit;

namespace Integration.Tests.Chaos.Deaths;

/// <summary>Orders and hints flow while something is done to the system; then the ledger is waited for.</summary>
internal sealed class Shaken(OwnServers servers, ChaosStack stack, string run, int mostWaiting = int.MaxValue) : IDisposable
{
    /// <summary>Longer than that, beside quiet times, is what the bars call stuck, or not drained.</summary>
    public static readonly TimeSpan Stuck = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(2);

    // What is late is told from what is lost.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    public OrderStream Orders { get; } = new(stack, run, mostWaiting);

    public HintStream Hints => field ??= new HintStream(_http, stack.Pair.Name, () => stack.State.Gateway);

    /// <summary>How long it took until everything was well after the last order.</summary>
    public TimeSpan Drained { get; private set; }

    /// <summary>Places orders while it shakes the system, and tells what was wrong in the end with the orders.</summary>
    /// <param name="orders">Most orders.</param>
    /// <param name="perSecond">How fast.</param>
    /// <param name="shake">What is done meanwhile; without a number of orders, its end is theirs.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Findings> RunAsync(int? orders, double perSecond, Func<CancellationToken, Task> shake, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var background = Task.WhenAll(Hints.RunAsync(Orders.Ids, over.Token), Orders.WatchAsync(Watch, over.Token, ct));
        var placing = Orders.PlaceAsync(orders ?? int.MaxValue, perSecond, enough.Token, ct);
        await shake(ct);
        if (orders is null) await enough.CancelAsync();
        await placing;

        var watch = Stopwatch.StartNew();
        var ledger = await stack.LastLedgerAsync(Longest, ct);
        Drained = watch.Elapsed;
        await Orders.LookAsync(ct);
        await over.CancelAsync();
        await background;
        return await JudgeAsync(ledger, ct);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Findings> JudgeAsync(Ledger ledger, CancellationToken ct)
    {
        var findings = new Findings();
        findings.Take(ledger);
        findings.Take("given up by the broker", await servers.DeadLettersAsync(ct));
        findings.Take("on the attention list", [.. (await stack.Operations.AttentionAsync(ct)).Select(entry => entry.ToString())]);
        findings.Take("services that ended by themselves", stack.Ended);
        TestContext.Current.SendDiagnosticMessage($"{run}: {ledger}; {findings}");
        return findings;
    }
}
