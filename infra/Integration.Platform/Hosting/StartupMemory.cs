using System.Runtime;

namespace Integration.Platform.Hosting;

/// <summary>Gives back once, when a service has settled, what only its start needed: settings, compiled documents, types looked through.</summary>
internal sealed class StartupMemory(IHostApplicationLifetime lifetime, TimeProvider time) : BackgroundService
{
    // By then its queues are connected; a collection is a pause, and belongs before the load.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await Task.Delay(Settled, time, stoppingToken);
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
