using System.Collections.Concurrent;
using System.Diagnostics;

namespace Integration.Run.Bench.Load;

/// <summary>Keeps so many pieces of work in flight for a while.</summary>
internal static class ClosedLoop
{
    /// <param name="inFlight">Pieces at once.</param>
    /// <param name="duration">How long new ones are begun.</param>
    /// <param name="work">False when it was refused.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Milliseconds of each that was taken, how many were refused, and the seconds it took.</returns>
    public static async Task<(IReadOnlyCollection<double> Times, int Refused, double Seconds)> RunAsync(int inFlight, TimeSpan duration, Func<CancellationToken, Task<bool>> work, CancellationToken ct)
    {
        var times = new ConcurrentBag<double>();
        var refused = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => WorkAsync()));
        return (times, refused, watch.Elapsed.TotalSeconds);

        async Task WorkAsync()
        {
            while (watch.Elapsed < duration)
            {
                var begun = watch.Elapsed;
                if (await work(ct)) times.Add((watch.Elapsed - begun).TotalMilliseconds);
                else Interlocked.Increment(ref refused);
            }
        }
    }
}
