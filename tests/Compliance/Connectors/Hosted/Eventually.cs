using Xunit;

namespace Integration.Tests.Compliance.Connectors.Hosted;

/// <summary>Waits for a condition, never for a time.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<bool> condition, string expectation, int seconds = 30, Func<string>? explain = null)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(seconds));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            while (!condition()) await tick.WaitForNextTickAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Not within {seconds} s: {expectation}. {explain?.Invoke()}");
        }
    }
}
