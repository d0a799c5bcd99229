namespace Integration.Console.Lanes;

/// <summary>How one half of a pair's lane stood when it last reported.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Half">reading, screening or writing.</param>
/// <param name="State">running, off or paused.</param>
/// <param name="Reason">Plain words; empty when running.</param>
/// <param name="CanResume">True when an operator can let it go on as it is.</param>
/// <param name="At">The report's time, UTC.</param>
public sealed record LaneState(string Pair, string Lane, string Half, string State, string Reason, bool CanResume, DateTimeOffset At);
