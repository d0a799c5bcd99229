using Integration.Connectors.Connections;
using Integration.Connectors.Outcomes;
using Integration.Tests.Compliance.Connectors.Support;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

/// <summary>When a connection that failed or was denied is asked again.</summary>
public sealed class ConnectionGateTests
{
    private readonly SetClock _clock = new();
    private readonly ConnectionGate _gate;

    public ConnectionGateTests() => _gate = new ConnectionGate(_clock);

    [Fact]
    public void A_revoked_key_is_probed_ever_more_rarely()
    {
        _gate.Report(new WriteOutcome.Denied("The key is revoked."));
        ProbedAfter(15);
        _gate.StillDenied("The key is revoked.");
        ProbedAfter(30);
        for (var probe = 0; probe < 9; probe++) _gate.StillDenied("The key is revoked.");
        ProbedAfter(240);
    }

    [Fact]
    public void A_seat_that_may_free_itself_is_asked_for_again_and_again_at_the_same_pace()
    {
        _gate.Report(new WriteOutcome.Denied("No seat is free.", ProbeAfter: TimeSpan.FromMinutes(2)));
        ProbedAfter(2);
        for (var probe = 0; probe < 9; probe++) _gate.StillDenied("No seat is free.");
        ProbedAfter(2);
    }

    [Fact]
    public void A_system_that_fails_once_goes_on_and_one_that_stays_away_is_asked_ever_more_rarely()
    {
        _gate.Report(new WriteOutcome.Unavailable("It does not answer."));
        Assert.True(_gate.IsOpen);
        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 32, 64, 120, 120 })
        {
            _gate.Report(new WriteOutcome.Unavailable("It does not answer."));
            PausedFor(seconds);
            _gate.Resume();
        }

        _gate.Worked();
        _gate.Report(new WriteOutcome.Unavailable("It does not answer."));
        Assert.True(_gate.IsOpen);
        _gate.Report(new WriteOutcome.Unavailable("It does not answer."));
        PausedFor(1);
    }

    [Fact]
    public async Task A_short_pause_is_waited_for_and_a_long_one_is_not()
    {
        _gate.Report(new WriteOutcome.Throttled(TimeSpan.FromSeconds(1)));
        var waiting = _gate.OpensSoonAsync(TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        _gate.Resume();
        Assert.True(await waiting);

        _gate.Report(new WriteOutcome.Throttled(TimeSpan.FromSeconds(1)));
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.True(await _gate.OpensSoonAsync(TestContext.Current.CancellationToken));

        _gate.Report(new WriteOutcome.Throttled(TimeSpan.FromSeconds(1)));
        waiting = _gate.OpensSoonAsync(TestContext.Current.CancellationToken);
        _gate.Report(new WriteOutcome.Throttled(TimeSpan.FromMinutes(1)));
        Assert.False(await waiting);
        Assert.False(await _gate.OpensSoonAsync(TestContext.Current.CancellationToken));
    }

    private void PausedFor(int seconds)
    {
        Assert.Equal(GateState.Paused, _gate.Stand.State);
        Assert.Equal(TimeSpan.FromSeconds(seconds), _gate.Stand.ResumesAt - _clock.GetUtcNow());
    }

    private void ProbedAfter(int minutes)
    {
        Assert.Equal(GateState.Denied, _gate.Stand.State);
        Assert.Equal(TimeSpan.FromMinutes(minutes), _gate.Stand.ResumesAt - _clock.GetUtcNow());
    }
}
