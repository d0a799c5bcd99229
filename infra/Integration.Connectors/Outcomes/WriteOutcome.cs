using Integration.Contracts.Operations;
using Integration.Contracts.Records;

namespace Integration.Connectors.Outcomes;

/// <summary>What came of one intended write to an outside system. A value that the lane must handle, never an exception.</summary>
public abstract record WriteOutcome
{
    private WriteOutcome()
    {
    }

    /// <summary>Written now.</summary>
    /// <param name="Ref">The record.</param>
    /// <param name="Echo">The record as the write's own response showed it, as JSON, or null.</param>
    public sealed record Done(RecordRef Ref, string? Echo = null) : WriteOutcome;

    /// <summary>Found, and equal to what was to be written.</summary>
    /// <param name="Ref">The record.</param>
    public sealed record AlreadyDone(RecordRef Ref) : WriteOutcome;

    /// <summary>Found, and not equal: a person decides; a retry updates that record and never creates one.</summary>
    /// <param name="Ref">The record.</param>
    /// <param name="Fields">Every field that differs.</param>
    public sealed record Differs(RecordRef Ref, IReadOnlyList<Reason> Fields) : WriteOutcome;

    /// <summary>Refused for what it says: no retry is burnt.</summary>
    /// <param name="Reasons">All reasons with their fields.</param>
    public sealed record Rejected(IReadOnlyList<Reason> Reasons) : WriteOutcome;

    /// <summary>The system asks for fewer calls: the whole connection pauses.</summary>
    /// <param name="After">How long.</param>
    public sealed record Throttled(TimeSpan After) : WriteOutcome;

    /// <summary>The system cannot be reached or is down, and the write certainly did not happen: the whole connection pauses.</summary>
    /// <param name="Reason">Plain words.</param>
    public sealed record Unavailable(string Reason) : WriteOutcome;

    /// <summary>Key revoked, permission or licence missing, login limit: pauses the connection with one alert; no record is marked failed.</summary>
    /// <param name="Reason">Plain words.</param>
    /// <param name="ProbeAfter">When to ask again where asking does no harm and time alone may help, such as a seat that frees itself; null: ever more rarely.</param>
    public sealed record Denied(string Reason, TimeSpan? ProbeAfter = null) : WriteOutcome;

    /// <summary>The request left and no answer came: nothing is written again before the effect's quiet time is over, and then only after a look.</summary>
    /// <param name="Reason">Plain words.</param>
    public sealed record Unknown(string Reason) : WriteOutcome;
}
