namespace Integration.Tests.Unit.Connectors.Http;

/// <summary>A clock whose timers jump: every wait ends at once, and the time it asked for has then passed.</summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Pass(TimeSpan time)
    {
        lock (_lock) _now += time;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // Deadlines (100 s and more) never run out here; waits do, at once.
        if (dueTime == Timeout.InfiniteTimeSpan || dueTime >= TimeSpan.FromSeconds(100)) return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (_lock)
        {
            Waits.Add(dueTime);
            _now += dueTime;
        }

        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
