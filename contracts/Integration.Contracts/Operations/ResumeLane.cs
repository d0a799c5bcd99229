namespace Integration.Contracts.Operations;

/// <summary>An operator lets a paused half of a lane go on as it is.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Half">One of <see cref="LaneHalves"/>.</param>
/// <param name="Operator">Who.</param>
public sealed record ResumeLane(string Pair, string Lane, string Half, string Operator);
