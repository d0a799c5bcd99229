using System.Diagnostics;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Deaths;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Chaos.Load;

namespace Integration.Tests.Chaos.Soak;

/// <summary>R11: orders at half of what the machine sustains, for an hour; memory must not grow and orders must not become slower.</summary>
internal sealed class Soak(ChaosStack stack)
{
    private const double MostGrowth = 1;
    private const double MostDrift = 0.2;
    private const double Percentile = 0.99;
    private static readonly TimeSpan Sample = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(90);

    public async Task<Findings> RunAsync(double perSecond, TimeSpan warm, TimeSpan @for, CancellationToken ct)
    {
        var orders = new OrderStream(stack, "soak", int.MaxValue);
        var memory = new MemorySlope();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = orders.WatchAsync(TimeSpan.FromSeconds(2), over.Token, ct);
        var placing = orders.PlaceAsync(int.MaxValue, perSecond, enough.Token, ct);
        await Task.Delay(warm, ct);
        var measured = DateTimeOffset.UtcNow;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < @for)
        {
            memory.Take(stack.State.Processes.Where(process => process.Key != ServiceRole.Sandbox.Name).ToDictionary(), clock.Elapsed);
            await Task.Delay(Sample, ct);
        }

        await enough.CancelAsync();
        await placing;
        var findings = new Findings();
        findings.Take(await stack.LastLedgerAsync(Drained, ct));
        await over.CancelAsync();
        await watching;
        Judge(findings, orders.Since(measured), memory);
        Verdict.Tell($"{orders.Placed} orders at {perSecond} a second for {@for.TotalMinutes:0} minutes; p99 {Words(orders.Since(measured))}; "
            + $"{string.Join(", ", memory.Slopes.Select(process => $"{process.Key} {process.Value.Last:0} MB {process.Value.PerMinute:+0.00;-0.00} MB/min"))}; {findings}");
        return findings;
    }

    private static void Judge(Findings findings, IReadOnlyList<TimeSpan> took, MemorySlope memory)
    {
        findings.Take("growing", [.. memory.Slopes.Where(process => process.Value.PerMinute >= MostGrowth).Select(process => $"{process.Key} by {process.Value.PerMinute:0.00} MB a minute")]);
        var (early, late) = Thirds(took);
        findings.When(late > early * (1 + MostDrift), $"p99 drifted from {early.TotalSeconds:0.00} s to {late.TotalSeconds:0.00} s");
    }

    private static (TimeSpan Early, TimeSpan Late) Thirds(IReadOnlyList<TimeSpan> took) => (At(took.Take(took.Count / 3)), At(took.Skip(took.Count * 2 / 3)));

    private static TimeSpan At(IEnumerable<TimeSpan> took)
    {
        var sorted = took.Order().ToList();
        return sorted.Count == 0 ? TimeSpan.Zero : sorted[(int)(Percentile * (sorted.Count - 1))];
    }

    private static string Words(IReadOnlyList<TimeSpan> took)
    {
        var (early, late) = Thirds(took);
        return $"{early.TotalSeconds:0.00} s in the first third, {late.TotalSeconds:0.00} s in the last";
    }
}
