namespace Integration.Connectors.Http;

/// <summary>
/// A connection's budget: never more than the given calls in any minute (token bucket whose burst is a tenth of it), never more than
/// the given number at once.
/// </summary>
internal sealed class CallBudget : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _places;
    private readonly TimeProvider _time;
    private readonly double _burst;
    private readonly double _perSecond;
    private double _tokens;
    private long _filledAt;

    public CallBudget(int? callsPerMinute, int concurrentCalls, TimeProvider time)
    {
        _places = new SemaphoreSlim(concurrentCalls, concurrentCalls);
        _time = time;
        if (callsPerMinute is { } calls)
        {
            // Burst + a minute's refill must not exceed the limit.
            _burst = Math.Max(1, calls / 10);
            _perSecond = Math.Max(calls - _burst, 1) / 60d;
            _tokens = _burst;
        }

        _filledAt = time.GetTimestamp();
    }

    /// <summary>Waits for a place and a token. Give the place back with <see cref="Release"/>.</summary>
    public async Task EnterAsync(CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        try
        {
            var wait = TakeToken();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, _time, ct);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    /// <summary>Share of the budget that is in use, 0 to 1; above 1 when calls wait for their turn. 0 without a limit per minute.</summary>
    public double Used
    {
        get
        {
            if (_burst == 0) return 0;
            lock (_lock) return 1 - (Math.Min(_burst, _tokens + (_time.GetElapsedTime(_filledAt).TotalSeconds * _perSecond)) / _burst);
        }
    }

    public void Release() => _places.Release();

    public void Dispose() => _places.Dispose();

    private TimeSpan TakeToken()
    {
        if (_burst == 0) return TimeSpan.Zero;
        lock (_lock)
        {
            var now = _time.GetTimestamp();
            _tokens = Math.Min(_burst, _tokens + (_time.GetElapsedTime(_filledAt, now).TotalSeconds * _perSecond));
            _filledAt = now;
            // Below zero the bucket holds the calls that wait already, so that each waits for its own token.
            _tokens--;
            return _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / _perSecond);
        }
    }
}
