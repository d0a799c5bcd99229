namespace Integration.Tests.Unit.Sandbox.Shop;

/// <summary>A clock that stands still until it is moved; timers run in real time.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Step(TimeSpan by) => _now += by;
}
