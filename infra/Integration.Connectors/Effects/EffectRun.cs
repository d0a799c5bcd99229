using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Effects;

/// <summary>How far an effect came.</summary>
internal abstract record EffectRun
{
    private EffectRun()
    {
    }

    /// <summary>Done, already done, differing or rejected; the caller's completion has committed with it.</summary>
    public sealed record Settled(WriteOutcome Outcome) : EffectRun;

    /// <summary>Not now: another claim lives, the quiet time runs, or the connection has to pause. Nothing of the caller's was stored.</summary>
    /// <param name="Until">When to try again.</param>
    /// <param name="Reason">Plain words.</param>
    /// <param name="Outcome">What the connection said, when it has to pause; else null.</param>
    public sealed record Postponed(DateTimeOffset Until, string Reason, WriteOutcome? Outcome = null) : EffectRun
    {
        /// <summary>True when nothing was tried: the merchant's back-off does not count it.</summary>
        public bool Untried { get; init; }
    }

    /// <summary>A cancellation forbade it before it was written.</summary>
    public sealed record Forbidden : EffectRun;

    /// <summary>A higher revision is done already.</summary>
    public sealed record Superseded : EffectRun;
}
