using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Effects;

/// <summary>What a stored effect allows now.</summary>
internal abstract record ClaimVerdict
{
    private ClaimVerdict()
    {
    }

    /// <summary>Claim it.</summary>
    /// <param name="MustLook">A look comes before the write.</param>
    /// <param name="MayWrite">False while the quiet time runs: only a look is allowed, and only a hit settles.</param>
    /// <param name="UpdateId">The record that a retry updates after it was found different.</param>
    public sealed record Claim(bool MustLook, bool MayWrite, string? UpdateId = null) : ClaimVerdict;

    /// <summary>It is over already.</summary>
    public sealed record Over(WriteOutcome Outcome) : ClaimVerdict;

    /// <summary>Somebody is at it.</summary>
    public sealed record Busy : ClaimVerdict;

    /// <summary>See <see cref="EffectRun.Forbidden"/>.</summary>
    public sealed record Forbidden : ClaimVerdict;

    /// <summary>See <see cref="EffectRun.Superseded"/>.</summary>
    public sealed record Superseded : ClaimVerdict;
}
