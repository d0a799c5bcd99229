namespace Integration.Contracts.Operations;

/// <summary>How a connection stands; sent when it changes and as a heartbeat.</summary>
/// <param name="Connection">The connection's name.</param>
/// <param name="State"><c>open</c>, <c>paused</c> (throttled or unavailable), <c>denied</c> or <c>stopped</c> (by an operator).</param>
/// <param name="Reason">Plain words; empty when open.</param>
/// <param name="ResumesAt">When it resumes by itself, or null.</param>
/// <param name="Owner">The replica that leases it.</param>
/// <param name="At">When, UTC.</param>
public sealed record ConnectionReported(string Connection, string State, string Reason, DateTimeOffset? ResumesAt, string Owner, DateTimeOffset At);
