namespace Integration.Connectors.Connections;

/// <summary>Whether a half of a lane takes from its queue now. Unknown, and so closed, until somebody has looked.</summary>
internal sealed class LaneGate
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _change = New();
    private bool _open;

    public bool IsOpen
    {
        get
        {
            lock (_lock) return _open;
        }
    }

    /// <summary>Completes when it opens or closes; take it before looking at <see cref="IsOpen"/>.</summary>
    public Task Change
    {
        get
        {
            lock (_lock) return _change.Task;
        }
    }

    public void Set(bool open)
    {
        lock (_lock)
        {
            if (_open == open) return;
            _open = open;
            var change = _change;
            _change = New();
            change.SetResult();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
