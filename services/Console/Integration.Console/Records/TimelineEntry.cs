using Integration.Contracts.Operations;

namespace Integration.Console.Records;

/// <summary>One line of a record's timeline.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Summary">What happened, in plain words.</param>
/// <param name="Calls">The outside calls made, masked.</param>
/// <param name="TraceId">The trace, or empty.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Lane, string Summary, IReadOnlyList<OutsideCall> Calls, string TraceId);
