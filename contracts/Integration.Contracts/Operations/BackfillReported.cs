namespace Integration.Contracts.Operations;

/// <summary>How far a backfill is; sent while it runs and when it ends.</summary>
public sealed record BackfillReported
{
    /// <summary>The run.</summary>
    public required Guid Id { get; init; }

    /// <summary>The pair.</summary>
    public required string Pair { get; init; }

    /// <summary>The lane, such as <c>orders</c>.</summary>
    public required string Lane { get; init; }

    /// <summary><c>running</c>, <c>done</c>, <c>cancelled</c> or <c>failed</c>.</summary>
    public required string State { get; init; }

    /// <summary>True when nothing is sent, only counted.</summary>
    public bool DryRun { get; init; }

    /// <summary>Nothing placed or made before is listed; null for everything.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Who started it.</summary>
    public string Operator { get; init; } = "";

    /// <summary>Records listed so far.</summary>
    public long Listed { get; init; }

    /// <summary>Of these, given to the lane; in a dry run: what would be.</summary>
    public long Sent { get; init; }

    /// <summary>Of these, left alone: the lane knows them already, or does not take them.</summary>
    public long LeftOut { get; init; }

    /// <summary>In a dry run: records that would need a person.</summary>
    public long Problems { get; init; }

    /// <summary>Share of the list that was read, 0 to 1; null when nobody can tell.</summary>
    public double? Share { get; init; }

    /// <summary>Records per second lately.</summary>
    public double PerSecond { get; init; }

    /// <summary>Seconds left at this rate; null when nobody can tell.</summary>
    public double? SecondsLeft { get; init; }

    /// <summary>In a dry run: the first problems.</summary>
    public IReadOnlyList<BackfillSample> Samples { get; init; } = [];

    /// <summary>What it waits for, or why it ended; empty when there is nothing to say.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When it was started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, UTC; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When this was so, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
