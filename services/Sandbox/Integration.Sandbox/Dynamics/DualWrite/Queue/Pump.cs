namespace Integration.Sandbox.Dynamics.DualWrite.Queue;

/// <summary>Copies what waits, one transaction after the other, as long as it lives.</summary>
internal sealed class Pump : IAsyncDisposable
{
    private const int MostAtOnce = 200;

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    /// <summary>Starts.</summary>
    /// <param name="queue">What waits.</param>
    /// <param name="take">Takes the next changes, at most so many.</param>
    /// <param name="copy">Copies changes that go the same way; it handles refusals itself.</param>
    public Pump(ChangeQueue queue, Func<int, IReadOnlyList<Change>> take, Func<IReadOnlyList<Change>, Task> copy) => _running = Task.Run(async () =>
    {
        while (!_stop.IsCancellationRequested)
        {
            var changes = take(MostAtOnce);
            if (changes.Count > 0)
            {
                await copy(changes);
                continue;
            }

            try
            {
                await queue.WaitAsync(_stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }
}
