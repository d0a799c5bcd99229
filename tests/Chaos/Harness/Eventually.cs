using System.Diagnostics;
using Xunit;

namespace Integration.Tests.Chaos.Harness;

/// <summary>Waits for a condition with a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>Asks until the answer fits; fails with the last answer in words.</summary>
    public static async Task<T> FindAsync<T>(Func<CancellationToken, Task<T>> ask, Func<T, bool> fits, TimeSpan deadline, Func<T, string> tell, CancellationToken ct)
    {
        var answer = await LastAsync(ask, fits, deadline, Poll, ct);
        if (!fits(answer)) Assert.Fail($"Not after {deadline.TotalSeconds:0} s: {tell(answer)}");
        return answer;
    }

    /// <summary>Asks until the answer fits or the time is over; the last answer.</summary>
    public static async Task<T> LastAsync<T>(Func<CancellationToken, Task<T>> ask, Func<T, bool> fits, TimeSpan deadline, TimeSpan poll, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var answer = await ask(ct);
            if (fits(answer) || watch.Elapsed > deadline) return answer;
            await Task.Delay(poll, ct);
        }
    }
}
