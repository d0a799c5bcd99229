namespace Integration.Console.Connections;

/// <summary>How a connection stood when it last reported.</summary>
/// <param name="Connection">Its name.</param>
/// <param name="State">open, paused, denied or stopped.</param>
/// <param name="Reason">Plain words; empty when open.</param>
/// <param name="ResumesAt">When it resumes by itself, UTC, or null.</param>
/// <param name="Owner">The replica that leases it.</param>
/// <param name="At">The report's time, UTC.</param>
public sealed record ConnectionState(string Connection, string State, string Reason, DateTimeOffset? ResumesAt, string Owner, DateTimeOffset At);
