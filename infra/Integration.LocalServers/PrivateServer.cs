using Integration.LocalServers.Processes;

namespace Integration.LocalServers;

/// <summary>
/// A server process that belongs to us alone: own folder, own loopback ports, found and ended by its process id.
/// Not safe for concurrent calls of its start and stop members.
/// </summary>
public abstract class PrivateServer : IAsyncDisposable
{
    private protected PrivateServer(PrivateServerOptions options, string product)
    {
        Options = options;
        Product = product;
    }

    /// <summary>What runs here, for messages: <c>RabbitMQ</c> or <c>PostgreSQL</c>.</summary>
    public string Product { get; }

    /// <summary>How the server was asked to run.</summary>
    public PrivateServerOptions Options { get; }

    /// <summary>Process id of the running server; the last one when it is stopped; 0 before the first start.</summary>
    public int ProcessId { get; private protected set; }

    /// <summary>Whether the server's process exists.</summary>
    public bool IsRunning => ProcessId != 0 && UnixProcess.IsAlive(ProcessId);

    private protected abstract UnixSignal StopSignal { get; }

    /// <summary>Ends a server whose data nobody needs any more, quickly but so that it takes its workers with it.</summary>
    private protected abstract UnixSignal DiscardSignal { get; }

    /// <summary>Stops the server in good order; after <see cref="PrivateServerOptions.StopDeadline"/> it is killed.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => EndAsync(StopSignal, cancellationToken);

    /// <summary>
    /// Kills the server and its worker processes at once (SIGKILL), as a power cut would, and returns when none of
    /// them is left. Data folder and ports stay; see <see cref="StartAgainAsync"/>.
    /// </summary>
    /// <exception cref="ServerFailedException">The process would not go.</exception>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        if (!IsRunning)
            return;

        // The parent goes first, so that it cannot start another worker or tidy up after the first one's death.
        int[] all = [ProcessId, .. UnixProcess.DescendantsOf(ProcessId)];
        foreach (var id in all)
            UnixProcess.Signal(id, UnixSignal.Kill);

        if (!await UnixProcess.EndedAsync(all, TimeSpan.FromSeconds(30), cancellationToken).ConfigureAwait(false))
            throw new ServerFailedException($"{Product} (process {ProcessId}) is still there 30 seconds after SIGKILL.");
    }

    /// <summary>Starts the server again on the same data and the same ports; does nothing when it is running.</summary>
    /// <exception cref="ServerFailedException">It did not become ready in time; the message has the end of its log.</exception>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        if (!IsRunning)
            await LaunchAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the server at once and deletes everything it wrote.</summary>
    public async Task DeleteAsync(CancellationToken cancellationToken)
    {
        await EndAsync(DiscardSignal, cancellationToken).ConfigureAwait(false);
        DeleteFiles();
    }

    /// <summary>Stops the server: in good order, or at once when it was started as <see cref="PrivateServerOptions.Fast"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndAsync(Options.Fast ? DiscardSignal : StopSignal, CancellationToken.None).ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    private protected abstract Task LaunchAsync(CancellationToken cancellationToken);

    private protected virtual Task AfterStopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private protected virtual void DeleteFiles()
    {
        if (Directory.Exists(Options.DataFolder))
            Directory.Delete(Options.DataFolder, recursive: true);
    }

    private async Task EndAsync(UnixSignal signal, CancellationToken cancellationToken)
    {
        if (IsRunning)
        {
            UnixProcess.Signal(ProcessId, signal);
            if (!await UnixProcess.EndedAsync([ProcessId], Options.StopDeadline, cancellationToken).ConfigureAwait(false))
                await KillAsync(cancellationToken).ConfigureAwait(false);
        }

        await AfterStopAsync(cancellationToken).ConfigureAwait(false);
    }

    private protected void GuardAgainstOrphans(int processId)
    {
        if (!Options.OutliveParent)
            OrphanGuard.Watch(Environment.ProcessId, processId);
    }
}
