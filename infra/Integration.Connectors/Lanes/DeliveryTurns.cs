using System.Collections.Concurrent;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes;

/// <summary>
/// Lets overlapping deliveries of one message take turns: the transport delivers it again while its first handler still works for a channel that was lost. The
/// second would find the first's effect busy and put the message back, and with its receipt the first could no longer store what it did.
/// </summary>
internal sealed class DeliveryTurns
{
    private readonly ConcurrentDictionary<Receipt, Task> _under = new();

    /// <summary>Waits until no other delivery of the message is worked on in this process.</summary>
    /// <returns>Ends the turn.</returns>
    public async Task<IDisposable> TakeAsync(Receipt receipt, CancellationToken ct)
    {
        var turn = new Turn(this, receipt);
        while (!_under.TryAdd(receipt, turn.Ended))
        {
            if (_under.TryGetValue(receipt, out var other)) await other.WaitAsync(ct);
        }

        return turn;
    }

    private sealed class Turn(DeliveryTurns turns, Receipt receipt) : IDisposable
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ended => _ended.Task;

        public void Dispose()
        {
            turns._under.TryRemove(receipt, out _);
            _ended.TrySetResult();
        }
    }
}
