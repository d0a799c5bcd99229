using Integration.Connectors.Ports;

namespace Integration.Dynamics.Finance.Probing;

/// <summary>Compares the server's clock with ours.</summary>
internal static class ClockProbe
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(2);

    public static ProbeFinding Examine(DateTimeOffset? theirs, TimeProvider clock)
    {
        if (theirs is not { } time) return new ProbeFinding("clock", ProbeLevel.NotChecked, "The server does not tell its time.");
        var apart = (clock.GetUtcNow() - time).Duration();
        return apart <= Tolerated
            ? new ProbeFinding("clock", ProbeLevel.Ok, "The clocks agree.")
            : new ProbeFinding("clock", ProbeLevel.Warning, $"The clocks are {apart.TotalMinutes:0} minutes apart.", "Correct the clock that is wrong: tokens are good for an hour by the clock.");
    }
}
