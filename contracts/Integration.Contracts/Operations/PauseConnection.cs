namespace Integration.Contracts.Operations;

/// <summary>An operator pauses or resumes a connection. Sent to every service that may hold it.</summary>
/// <param name="Connection">The connection's name.</param>
/// <param name="Paused">True to pause, false to resume.</param>
/// <param name="Operator">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record PauseConnection(string Connection, bool Paused, string Operator, string Reason);
