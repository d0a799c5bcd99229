using Integration.Connectors.Ports;

namespace Integration.Connectors.Probing;

/// <summary>Compares a server's clock with ours.</summary>
public static class ClockProbe
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(2);

    /// <summary>Compares them.</summary>
    /// <param name="theirs">The server's time; null when it does not tell it.</param>
    /// <param name="clock">Our clock.</param>
    /// <param name="effect">What it means for this connector that the clocks differ, as a sentence.</param>
    public static ProbeFinding Examine(DateTimeOffset? theirs, TimeProvider clock, string effect)
    {
        if (theirs is not { } time) return new ProbeFinding("clock", ProbeLevel.NotChecked, "The server does not tell its time.");
        var apart = (clock.GetUtcNow() - time).Duration();
        return apart <= Tolerated
            ? new ProbeFinding("clock", ProbeLevel.Ok, "The clocks agree.")
            : new ProbeFinding("clock", ProbeLevel.Warning, $"The clocks are {apart.TotalMinutes:0} minutes apart. {effect}", "Correct the clock that is wrong.");
    }
}
