namespace Integration.Platform.Leases;

/// <summary>A lease that this instance holds. Dispose it to give it back at once.</summary>
public sealed class Lease : IAsyncDisposable
{
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Task> _release;
    private readonly Task _renewing;

    internal Lease(string name, string owner, long epoch, Func<Lease, CancellationToken, Task> renew, Func<Task> release)
    {
        Name = name;
        Owner = owner;
        Epoch = epoch;
        Lost = _lost.Token;
        _release = release;
        _renewing = Task.Run(() => renew(this, _stop.Token));
    }

    /// <summary>What is leased.</summary>
    public string Name { get; }

    /// <summary>This instance.</summary>
    public string Owner { get; }

    /// <summary>Grows with every change of owner; a claim made under a lower epoch is void.</summary>
    public long Epoch { get; }

    /// <summary>Cancelled when the lease could not be renewed in time or another owner has it: stop writing.</summary>
    public CancellationToken Lost { get; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        await _renewing;
        await _lost.CancelAsync();
        await _release();
        _stop.Dispose();
    }

    internal void Lose() => _lost.Cancel();
}
