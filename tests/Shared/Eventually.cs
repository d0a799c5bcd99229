using System.Diagnostics;
using Xunit;

namespace Integration.Tests;

/// <summary>Waits for a condition with a deadline, never for a time.</summary>
internal static class Eventually
{
    /// <inheritdoc cref="TrueAsync(Func{Task{bool}}, string, int, int)"/>
    public static Task TrueAsync(Func<bool> condition, string expectation, int seconds = 30, int everyMs = 20) =>
        TrueAsync(() => Task.FromResult(condition()), expectation, seconds, everyMs);

    /// <summary>Asks until the condition holds; fails with the expectation.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition, string expectation, int seconds = 30, int everyMs = 20)
    {
        var isMet = await LastAsync(_ => condition(), met => met, TimeSpan.FromSeconds(seconds), TimeSpan.FromMilliseconds(everyMs), TestContext.Current.CancellationToken);
        if (!isMet) Assert.Fail($"Not within {seconds} s: {expectation}");
    }

    /// <summary>Asks until the answer fits; fails with the last answer in words.</summary>
    public static async Task<T> FindAsync<T>(
        Func<CancellationToken, Task<T>> ask, Func<T, bool> fits, TimeSpan deadline, Func<T, string> tell, CancellationToken ct, int everyMs = 200)
    {
        var answer = await LastAsync(ask, fits, deadline, TimeSpan.FromMilliseconds(everyMs), ct);
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
