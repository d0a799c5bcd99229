using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Effects;

/// <summary>One intended write: how it is looked for, how it is made, and what its system promises.</summary>
internal sealed record EffectIntent
{
    public required EffectKey Key { get; init; }

    /// <summary>
    /// The record, where a write of it is several calls: no two effects of this entity that name it are at work at the same time, so that none takes what the
    /// other has half made for the whole. Null where one call is all.
    /// </summary>
    public string? Alone { get; init; }

    /// <summary>Whom it serves, such as <c>pair/order id</c>; found again by <see cref="EffectStore.SubjectAsync"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>Rising version of the intention (submission number, status revision); a lower one than stored is superseded.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>True when a higher revision writes again after a lower one was done (a status); false when done is done (an order).</summary>
    public bool RepeatsByRevision { get; init; }

    /// <summary>The longest the look and the write may take together: a claim younger than that is alive.</summary>
    public required TimeSpan CallTime { get; init; }

    /// <summary>The longest time after which a request that was given up may still commit.</summary>
    public required TimeSpan QuietTime { get; init; }

    /// <summary>The system itself refuses a second record with this key, so that a write may be repeated at once.</summary>
    public bool UniqueReference { get; init; }

    /// <summary>True when a look that finds something else is what the write is there to change (a status).</summary>
    public bool DifferentIsWritten { get; init; }

    /// <summary>Epoch of the connection's lease: claims under a lower one are dead. 0 when nothing is leased.</summary>
    public long Epoch { get; init; }

    /// <summary>Looks for the record.</summary>
    public required Func<CancellationToken, Task<LookOutcome>> Look { get; init; }

    /// <summary>Writes it.</summary>
    public required Func<CancellationToken, Task<WriteOutcome>> Write { get; init; }

    /// <summary>
    /// The very first attempt, where it is known that nothing of it can be there: a write that looks no more than the runner, which then does not. Null where a look goes before every write.
    /// </summary>
    public Func<CancellationToken, Task<WriteOutcome>>? First { get; init; }

    /// <summary>Brings the record that was found different to what is wanted (its id is given); null when only a person can.</summary>
    public Func<string, CancellationToken, Task<WriteOutcome>>? Update { get; init; }
}
