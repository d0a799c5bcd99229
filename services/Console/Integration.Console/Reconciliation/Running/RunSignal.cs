using System.Threading.Channels;

namespace Integration.Console.Reconciliation.Running;

/// <summary>Wakes the runner at once for what moved in this process.</summary>
internal sealed class RunSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Moved() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for a sign, but no longer than this.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(_channel.Reader.WaitToReadAsync(deadline.Token).AsTask(), Task.Delay(longest, clock, deadline.Token));
        await deadline.CancelAsync();
        _channel.Reader.TryRead(out _);
    }
}
