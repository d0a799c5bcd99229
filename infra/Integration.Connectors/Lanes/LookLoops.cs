using Integration.Connectors.Connections;
using Integration.Connectors.Looks;
using Integration.Connectors.Privacy;
using Integration.Platform.Database;
using Integration.Platform.Secrets;

namespace Integration.Connectors.Lanes;

/// <summary>Makes the loops that read dirty records: at once when they were marked here, within a second when another process marked them.</summary>
internal sealed class LookLoops(IDatabase database, LookBook book, LookSignal signal, ISealer sealer, EmailHash emails, TimeProvider time)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>A loop; while <paramref name="mayRead"/> says no, what is marked waits.</summary>
    public LaneLoop Of<T>(Connected connected, ILookSource<T> source, Func<bool>? mayRead = null)
    {
        var reader = new LookReader<T>(database, book, sealer, emails, time, source);
        return new LaneLoop($"reader {source.Scope} {source.Entity}", ct => RunAsync(connected, reader, mayRead ?? (() => true), ct));
    }

    private async Task RunAsync<T>(Connected connected, LookReader<T> reader, Func<bool> mayRead, CancellationToken ct)
    {
        var concurrency = connected.Definition.ConcurrentCalls;
        while (!ct.IsCancellationRequested)
        {
            if (!mayRead())
            {
                await Task.Delay(Poll, time, ct);
                continue;
            }

            var marked = signal.Next;
            var (stop, read) = await reader.RunAsync(concurrency, ct);
            if (stop is not null)
            {
                connected.Gate.Report(stop);
                await Task.Delay(Poll, time, ct);
            }
            else if (read > 0)
            {
                connected.Gate.Worked();
            }
            else
            {
                await Task.WhenAny(marked, Task.Delay(Poll, time, ct));
            }
        }
    }
}
