using Integration.Connectors.Outcomes;

namespace Integration.Dynamics.Tokens;

/// <summary>A token, or why there is none; one of the two is set.</summary>
/// <param name="Token">The access token, or null.</param>
/// <param name="Failure">Denied, throttled or unavailable, or null.</param>
internal sealed record TokenAnswer(string? Token, WriteOutcome? Failure = null)
{
    // No printing of members: a record's own text would show the token.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Failure = ").Append(Failure);
        return true;
    }
}
