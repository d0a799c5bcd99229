using Integration.Connectors.Outcomes;

namespace Integration.Dynamics.Tokens;

/// <summary>Carries out of the sign-in library what our own pipeline said instead of an answer.</summary>
internal sealed class EntraUnansweredException(WriteOutcome outcome) : Exception("The sign-in got no answer.")
{
    /// <summary>Throttled or unavailable.</summary>
    public WriteOutcome Outcome { get; } = outcome;
}
