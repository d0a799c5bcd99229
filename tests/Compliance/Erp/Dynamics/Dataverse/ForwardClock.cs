namespace Integration.Tests.Compliance.Erp.Dynamics.Dataverse;

/// <summary>The system's clock, which can be put forward. Timers run as ever.</summary>
internal sealed class ForwardClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    /// <summary>Lets some time have passed.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);
}
