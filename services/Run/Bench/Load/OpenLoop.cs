using System.Diagnostics;

namespace Integration.Run.Bench.Load;

/// <summary>Begins work on a schedule, whatever becomes of what was begun before: as customers do, who do not wait for each other.</summary>
internal static class OpenLoop
{
    /// <param name="perSecond">Pieces per second.</param>
    /// <param name="count">Pieces in all.</param>
    /// <param name="work">Index and the moment it was meant to begin; what it throws ends the load.</param>
    /// <param name="time">Clock.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The moment the first was meant to begin.</returns>
    public static async Task<DateTimeOffset> RunAsync(double perSecond, int count, Func<int, DateTimeOffset, CancellationToken, Task> work, TimeProvider time, CancellationToken ct)
    {
        var begun = new List<Task>(count);
        var start = time.GetUtcNow();
        var watch = Stopwatch.StartNew();
        for (var index = 0; index < count; index++)
        {
            var due = TimeSpan.FromSeconds(index / perSecond);
            if (due - watch.Elapsed is var early && early > TimeSpan.Zero) await Task.Delay(early, ct);
            begun.Add(work(index, start + due, ct));
        }

        await Task.WhenAll(begun);
        return start;
    }
}
