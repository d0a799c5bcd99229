using Integration.Sandbox.Acumatica.Calls;

namespace Integration.Sandbox.Acumatica.Sessions;

/// <summary>The sessions that are open now, no more than the licence has seats; idle ones are closed after a while.</summary>
internal sealed class Seats(ErpSettings settings, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Session> _open = new(StringComparer.Ordinal);

    /// <summary>Seats taken.</summary>
    public int Taken
    {
        get { lock (_gate) { CloseIdle(); return _open.Count; } }
    }

    /// <summary>The open session of that key, or null; using it keeps it open.</summary>
    public Session? Find(string key)
    {
        lock (_gate)
        {
            CloseIdle();
            return _open.TryGetValue(key, out var session) ? Touch(session) : null;
        }
    }

    /// <summary>The open session of that key, or a new one.</summary>
    /// <exception cref="ErpFault">500, every seat is taken.</exception>
    public Session Open(string key)
    {
        lock (_gate)
        {
            CloseIdle();
            if (_open.TryGetValue(key, out var session))
            {
                return Touch(session);
            }

            if (_open.Count >= settings.Seats)
            {
                throw ErpFault.Exception("API Login Limit");
            }

            return _open[key] = Touch(new Session(key));
        }
    }

    public void Enter(Session session)
    {
        lock (_gate) { session.Busy++; }
    }

    public void Leave(Session session)
    {
        lock (_gate)
        {
            session.Busy--;
            Touch(session);
        }
    }

    public void Close(string key)
    {
        lock (_gate) { _open.Remove(key); }
    }

    public void CloseAll()
    {
        lock (_gate) { _open.Clear(); }
    }

    private Session Touch(Session session)
    {
        session.LastUsed = time.GetUtcNow();
        return session;
    }

    private void CloseIdle()
    {
        var before = time.GetUtcNow() - settings.SessionTimeout;
        foreach (var idle in _open.Values.Where(session => session.Busy == 0 && session.LongOperation is null && session.LastUsed < before).ToList())
        {
            _open.Remove(idle.Key);
        }
    }
}
