namespace Integration.Connectors.Hints;

/// <summary>
/// Push notifications whose marks are durable, the latest of this process: one that its sender delivers again is not read again. One that was not stored is not among them, so that its next
/// delivery counts. Without this memory, after a restart or in another process, a second delivery costs a look that finds nothing new.
/// </summary>
/// <param name="most">How many are remembered.</param>
internal sealed class TakenDeliveries(int most = 10_000)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>True when it was stored already.</summary>
    public bool Has(string delivery)
    {
        lock (_lock) return _taken.Contains(delivery);
    }

    /// <summary>It is stored.</summary>
    public void Add(string delivery)
    {
        lock (_lock)
        {
            if (!_taken.Add(delivery)) return;
            _order.Enqueue(delivery);
            if (_order.Count > most) _taken.Remove(_order.Dequeue());
        }
    }
}
