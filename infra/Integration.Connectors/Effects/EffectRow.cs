using Integration.Contracts.Records;

namespace Integration.Connectors.Effects;

/// <summary>An effect as stored.</summary>
internal sealed record EffectRow
{
    public string Key { get; init; } = "";

    public string Entity { get; init; } = "";

    public string Subject { get; init; } = "";

    /// <summary>One of <see cref="EffectStates"/>.</summary>
    public string State { get; init; } = EffectStates.Open;

    public string Owner { get; init; } = "";

    public long Epoch { get; init; }

    public long Attempt { get; init; }

    public long Revision { get; init; }

    public long BusyUntil { get; init; }

    public long QuietUntil { get; init; }

    public string? RefId { get; init; }

    public string? RefNumber { get; init; }

    public string? Reasons { get; init; }

    public long ForbiddenUpTo { get; init; }

    /// <summary>True when a request may be on its way or have been carried out unseen.</summary>
    public bool InDoubt => State is EffectStates.Claimed or EffectStates.Unknown;

    /// <summary>Whether another process's claim may still be at work: under no older lease, and within its time.</summary>
    /// <param name="epoch">Epoch of the connection's lease.</param>
    /// <param name="now">Unix milliseconds.</param>
    public bool MayBeAtWork(long epoch, long now) => Epoch >= epoch && now < BusyUntil;

    /// <summary>An effect that nobody began.</summary>
    public static EffectRow Untouched(EffectKey key, string subject) => new() { Key = key.ToString(), Entity = key.Entity, Subject = subject };

    public RecordRef? Ref => RefId is null ? null : new RecordRef(Entity, RefId, RefNumber ?? "");
}
