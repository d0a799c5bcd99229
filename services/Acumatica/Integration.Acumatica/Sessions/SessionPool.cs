namespace Integration.Acumatica.Sessions;

/// <summary>The sessions of one connection, never more than its seats. The one used last is used next, so that idle seats stay unopened.</summary>
internal sealed class SessionPool : IDisposable
{
    private readonly SemaphoreSlim _free;
    private readonly Stack<Session> _idle;
    private readonly int _seats;
    private readonly Lock _lock = new();

    /// <summary>Holds one session per seat.</summary>
    public SessionPool(IReadOnlyList<Session> sessions)
    {
        _seats = sessions.Count;
        _free = new SemaphoreSlim(sessions.Count, sessions.Count);
        _idle = new Stack<Session>(sessions.Reverse());
    }

    /// <summary>Lends a session for several calls that belong together, such as reading row ids and writing them back.</summary>
    public async Task<T> UseAsync<T>(Func<Session, Task<T>> work, CancellationToken ct)
    {
        await _free.WaitAsync(ct);
        var session = Take();
        try
        {
            return await work(session);
        }
        finally
        {
            Give(session);
            _free.Release();
        }
    }

    /// <summary>Logs every opened session out, waiting for those in use until <paramref name="ct"/>.</summary>
    public async Task LogoutAsync(CancellationToken ct)
    {
        var taken = new List<Session>();
        try
        {
            for (var count = 0; count < _seats; count++)
            {
                await _free.WaitAsync(ct);
                taken.Add(Take());
                await taken[^1].LogoutAsync(ct);
            }
        }
        finally
        {
            foreach (var session in taken)
            {
                Give(session);
                _free.Release();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _free.Dispose();

    private Session Take()
    {
        lock (_lock)
        {
            return _idle.Pop();
        }
    }

    private void Give(Session session)
    {
        lock (_lock)
        {
            _idle.Push(session);
        }
    }
}
