using System.Diagnostics;

namespace Integration.LocalServers.Processes;

/// <summary>Waiting for a server that is starting.</summary>
internal static class Readiness
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns null when the server is ready, else what was waited for in vain. Ends at once when the process is gone.</summary>
    public static async Task<string?> WaitAsync(
        int processId, TimeSpan deadline, Func<CancellationToken, Task<bool>> isReady, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (!await isReady(cancellationToken).ConfigureAwait(false))
        {
            if (!UnixProcess.IsAlive(processId))
                return $"its process ended after {waited.Elapsed.TotalSeconds:0.0} seconds";
            if (waited.Elapsed > deadline)
                return $"it was not ready within {deadline.TotalSeconds:0} seconds";
            await Task.Delay(PollInterval, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }
}
