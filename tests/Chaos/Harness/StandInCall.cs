namespace Integration.Tests.Chaos.Harness;

/// <summary>A call that a stand-in received.</summary>
/// <param name="At">When it came, UTC.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query, secrets masked.</param>
/// <param name="Status">Status answered; 0 when there was no answer.</param>
/// <param name="Took">Time until the answer was complete.</param>
/// <param name="Fault">The fault it met, or null.</param>
internal sealed record StandInCall(DateTimeOffset At, string Method, string Target, int Status, TimeSpan Took, string? Fault)
{
    public DateTimeOffset AnsweredAt => At + Took;

    /// <summary>True for a call that changes something on an Acumatica or in a shop; tokens and log-outs change no record.</summary>
    public bool IsWrite => Method is not ("GET" or "HEAD" or "OPTIONS") && !Target.Contains("connect/token", StringComparison.Ordinal) && !Target.Contains("/auth/", StringComparison.Ordinal);
}
