using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Connections;

/// <summary>
/// Whether a connection may be used now. Outcomes close it for the whole connection; it opens again by itself, or by an operator.
/// </summary>
internal sealed class ConnectionGate(TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstProbe = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestProbe = TimeSpan.FromHours(4);

    private readonly Lock _lock = new();
    private TaskCompletionSource _change = New();
    private GateStand _stand = GateStand.Open;
    private int _unavailable;
    private int _denied;
    private TimeSpan? _probeAfter;

    public GateStand Stand
    {
        get
        {
            lock (_lock) return _stand;
        }
    }

    public bool IsOpen => Stand.State == GateState.Open;

    /// <summary>Completes when the stand changes; take it before looking at <see cref="Stand"/>.</summary>
    public Task Change
    {
        get
        {
            lock (_lock) return _change.Task;
        }
    }

    /// <summary>Waits for the end of a pause of a few seconds, and ends it when its time is over. False when the gate stays closed for longer.</summary>
    public async Task<bool> OpensSoonAsync(CancellationToken ct)
    {
        while (true)
        {
            var change = Change;
            var stand = Stand;
            if (stand.State == GateState.Open) return true;
            var now = time.GetUtcNow();
            if (!stand.IsBrief(now)) return false;
            if (stand.ResumesAt > now) await Task.WhenAny(change, Task.Delay(stand.ResumesAt.Value - now, time, ct));
            else Resume();
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Closes the gate if the outcome asks for it; others count as a sign of life.</summary>
    public void Report(WriteOutcome outcome)
    {
        lock (_lock)
        {
            switch (outcome)
            {
                case WriteOutcome.Throttled throttled:
                    Close(GateState.Paused, "The system asks for fewer calls.", throttled.After);
                    break;
                case WriteOutcome.Unavailable unavailable when _stand.State == GateState.Open:
                    // One failure may be the record's own, and holds up that record only. A system that is away fails the next call, too.
                    if (_unavailable++ > 0) Close(GateState.Paused, unavailable.Reason, Longer(FirstPause, _unavailable - 2, LongestPause));
                    break;
                case WriteOutcome.Denied denied when _stand.State is GateState.Open or GateState.Paused:
                    _probeAfter = denied.ProbeAfter;
                    Close(GateState.Denied, denied.Reason, UntilProbe());
                    break;
            }
        }
    }

    /// <summary>A call went well: back-off starts anew with the next failure.</summary>
    public void Worked()
    {
        lock (_lock)
        {
            if (_stand.State == GateState.Open) (_unavailable, _denied) = (0, 0);
        }
    }

    /// <summary>Opens it after a pause or a probe, unless an operator holds it.</summary>
    public void Resume()
    {
        lock (_lock)
        {
            if (_stand.State is GateState.Paused or GateState.Denied) Set(GateStand.Open);
        }
    }

    /// <summary>A probe of a denied connection failed again: the next one comes later.</summary>
    public void StillDenied(string reason)
    {
        lock (_lock)
        {
            if (_stand.State == GateState.Denied) Set(new GateStand(GateState.Denied, reason, time.GetUtcNow() + UntilProbe()));
        }
    }

    public void Stop(string @operator, string reason)
    {
        lock (_lock) Set(new GateStand(GateState.Stopped, $"Stopped by {@operator}. {reason}".Trim(), null));
    }

    /// <summary>An operator's resume: opens it whatever closed it.</summary>
    public void Start()
    {
        lock (_lock)
        {
            (_unavailable, _denied) = (0, 0);
            Set(GateStand.Open);
        }
    }

    private static TimeSpan Longer(TimeSpan first, int times, TimeSpan longest) =>
        TimeSpan.FromTicks(Math.Min(first.Ticks << Math.Min(times, 12), longest.Ticks));

    private TimeSpan UntilProbe() => _probeAfter ?? Longer(FirstProbe, _denied++, LongestProbe);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Close(GateState state, string reason, TimeSpan after)
    {
        if (_stand.State is GateState.Stopped or GateState.Denied) return;
        var resumes = time.GetUtcNow() + after;
        if (_stand.State == GateState.Paused && state == GateState.Paused && _stand.ResumesAt >= resumes) return;
        Set(new GateStand(state, reason, resumes));
    }

    private void Set(GateStand stand)
    {
        if (stand == _stand) return;
        _stand = stand;
        var change = _change;
        _change = New();
        change.SetResult();
    }
}
