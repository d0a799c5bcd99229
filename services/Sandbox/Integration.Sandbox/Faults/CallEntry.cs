namespace Integration.Sandbox.Faults;

/// <summary>One call that a stand-in received.</summary>
/// <param name="At">When it came, UTC.</param>
/// <param name="Method">HTTP method as sent.</param>
/// <param name="Target">Path and query, secrets replaced by <c>***</c>.</param>
/// <param name="Route">Method and route, the name it is counted under.</param>
/// <param name="Status">Status answered, 0 when the client got no answer.</param>
/// <param name="Milliseconds">Time until the answer was complete.</param>
/// <param name="Fault">The fault it met, or null.</param>
public sealed record CallEntry(
    DateTimeOffset At, string Method, string Target, string Route, int Status, double Milliseconds, FaultKind? Fault);
