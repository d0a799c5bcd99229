namespace Integration.Contracts.Operations;

/// <summary>One call to an outside system, without secrets, personal data or bodies.</summary>
/// <param name="Connection">The connection's name.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query with secrets and personal data masked.</param>
/// <param name="Status">HTTP status, or 0 when no answer came.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Note">The error text of the answer, masked, or empty.</param>
/// <param name="At">When it was sent, UTC.</param>
public sealed record OutsideCall(string Connection, string Method, string Target, int Status, long Milliseconds, string Note, DateTimeOffset At);
