using Integration.Contracts.Operations;
using Integration.Contracts.Records;

namespace Integration.Connectors.Outcomes;

/// <summary>What a look before a write found.</summary>
public abstract record LookOutcome
{
    private LookOutcome()
    {
    }

    /// <summary>Nothing with this reference: the write may go ahead.</summary>
    public sealed record NotFound : LookOutcome;

    /// <summary>Found, equal to what is to be written.</summary>
    /// <param name="Ref">The record.</param>
    public sealed record Same(RecordRef Ref) : LookOutcome;

    /// <summary>Found, not equal; or several were found, which a person must sort out.</summary>
    /// <param name="Ref">The (first) record.</param>
    /// <param name="Fields">Every field that differs.</param>
    public sealed record Different(RecordRef Ref, IReadOnlyList<Reason> Fields) : LookOutcome;

    /// <summary>The look itself failed; nothing is known and nothing was written.</summary>
    /// <param name="Outcome">Why: throttled, unavailable, denied or rejected.</param>
    public sealed record Failed(WriteOutcome Outcome) : LookOutcome;
}
