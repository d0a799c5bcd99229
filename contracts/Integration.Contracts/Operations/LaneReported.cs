namespace Integration.Contracts.Operations;

/// <summary>How one half of a pair's lane stands; sent when it changes and when its service starts.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Lane">The lane, such as <c>orders</c>.</param>
/// <param name="Half">One of <see cref="LaneHalves"/>.</param>
/// <param name="State"><c>running</c>, <c>off</c> (by the flow document) or <c>paused</c> (one rule failed or stopped record after record).</param>
/// <param name="Reason">Plain words; empty when running.</param>
/// <param name="Commands">The queue that takes <see cref="ResumeLane"/>; empty where nothing can be resumed.</param>
/// <param name="At">When, UTC.</param>
public sealed record LaneReported(string Pair, string Lane, string Half, string State, string Reason, string Commands, DateTimeOffset At);
