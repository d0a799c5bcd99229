using Integration.Connectors.Ports;

namespace Integration.Connectors.Backfills;

/// <summary>How a lane lists its records, and which looks stand for them.</summary>
/// <param name="Scope">Scope of the looks.</param>
/// <param name="Entity">Their entity.</param>
/// <param name="PageAsync">Reads a page: of what is not older than the moment (null: of everything), from the cursor (null: from the beginning).</param>
internal sealed record BackfillSource(string Scope, string Entity, Func<DateTimeOffset?, string?, CancellationToken, Task<ListedPage>> PageAsync)
{
    /// <summary>Where the list begins when nobody says; null for everything.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>True when records of before <see cref="Since"/> are taken only because a backfill says so.</summary>
    public bool HasHistory { get; init; }

    /// <summary>By the lane's note of a record: whether it was left out before because it is too old.</summary>
    public Func<string, bool> PassedOver { get; init; } = _ => false;

    /// <summary>
    /// By the lane's note of a record: whether it belongs to this list, and is told on though nothing about it changed. Records that were never read do not.
    /// Null where the list means every record, told on when it is new or changed.
    /// </summary>
    public Func<string, bool>? ToldAnew { get; init; }

    /// <summary>The queue of the half that writes. Its pace is the backfill's, so that changes do not queue up behind it; null when only reading counts.</summary>
    public string? WritingQueue { get; init; }

    /// <summary>Says what would become of records, for dry runs; null when that cannot be said without doing it.</summary>
    public Func<IReadOnlyList<string>, DateTimeOffset?, CancellationToken, Task<BackfillTrial>>? TryAsync { get; init; }
}
