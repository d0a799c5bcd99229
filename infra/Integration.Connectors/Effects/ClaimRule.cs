using System.Text.Json;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;
using Integration.Platform.Faults;

namespace Integration.Connectors.Effects;

/// <summary>Decides, without side effects, what a stored effect allows: the rules of exactly-once writing.</summary>
internal static class ClaimRule
{
    /// <param name="row">The effect as stored; a new one is open with attempt 0.</param>
    /// <param name="intent">What is wanted.</param>
    /// <param name="now">Unix milliseconds.</param>
    /// <param name="here">What this process knows about the row's claim.</param>
    public static ClaimVerdict Of(EffectRow row, EffectIntent intent, long now, ClaimHere here)
    {
        if (intent.Revision <= row.ForbiddenUpTo) return new ClaimVerdict.Forbidden();
        if (row.State is EffectStates.Claimed or EffectStates.Unknown && Defects.Has(Defects.ClaimOff)) return new ClaimVerdict.Claim(MustLook: false, MayWrite: true);
        if (row.State == EffectStates.Claimed && here == ClaimHere.Foreign && row.MayBeAtWork(intent.Epoch, now)) return new ClaimVerdict.Busy();
        if (intent.RepeatsByRevision && intent.Revision < row.Revision) return new ClaimVerdict.Superseded();
        return row.State switch
        {
            EffectStates.Done when !intent.RepeatsByRevision || intent.Revision == row.Revision =>
                new ClaimVerdict.Over(new WriteOutcome.AlreadyDone(row.Ref!)),
            // The same submission once more is a repeated message, not a person's retry.
            EffectStates.Differs when intent.Revision <= row.Revision =>
                new ClaimVerdict.Over(new WriteOutcome.Differs(row.Ref!, ReasonsOf(row))),
            EffectStates.Differs => new ClaimVerdict.Claim(MustLook: true, MayWrite: true, row.RefId),
            EffectStates.Claimed or EffectStates.Unknown => new ClaimVerdict.Claim(MustLook: true, MayWrite:
                intent.UniqueReference || here == ClaimHere.Answered || now >= row.QuietUntil),
            _ => new ClaimVerdict.Claim(MustLook: row.Attempt > 0 || !intent.UniqueReference, MayWrite: true),
        };
    }

    private static List<Reason> ReasonsOf(EffectRow row) =>
        row.Reasons is null ? [] : JsonSerializer.Deserialize<List<Reason>>(row.Reasons, ContractsJson.Options) ?? [];
}
