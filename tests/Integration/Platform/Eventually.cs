using Xunit;

namespace Integration.Tests.Integration.Platform;

/// <summary>Waits for a condition, never for a time.</summary>
internal static class Eventually
{
    public static Task TrueAsync(Func<bool> condition, string expectation, int seconds = 20) =>
        TrueAsync(() => Task.FromResult(condition()), expectation, seconds);

    public static async Task TrueAsync(Func<Task<bool>> condition, string expectation, int seconds = 20)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(seconds));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            while (!await condition())
            {
                await tick.WaitForNextTickAsync(deadline.Token);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Not within {seconds} s: {expectation}");
        }
    }
}
