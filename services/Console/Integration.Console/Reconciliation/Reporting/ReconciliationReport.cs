namespace Integration.Console.Reconciliation.Reporting;

/// <summary>A reconciliation and what came of it.</summary>
public sealed record ReconciliationReport
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The pair.</summary>
    public required string Pair { get; init; }

    /// <summary>The first day, in the pair's zone.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The last day, included.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>One of <see cref="RunStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>Why it failed, or what else is to be known; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Which look it is, from 1.</summary>
    public required int Pass { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string Operator { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, UTC, or null.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Records compared.</summary>
    public required int Checked { get; init; }

    /// <summary>Differences that were seen twice: healed ones, those being mended and those that remain.</summary>
    public required int Found { get; init; }

    /// <summary>Of these, mended and seen to be.</summary>
    public required int Healed { get; init; }

    /// <summary>Of these, left to a person.</summary>
    public required int Remaining { get; init; }

    /// <summary>Differences seen twice that went away though nothing was mended.</summary>
    public required int FalseAlarms { get; init; }

    /// <summary>Differences that are known here for a reason, such as a hold.</summary>
    public required int Explained { get; init; }

    /// <summary>Differences in what changed a moment ago and is looked at again.</summary>
    public required int InFlight { get; init; }

    /// <summary>What was listed, per entity and side; an entity that one side cannot list is not compared.</summary>
    public IReadOnlyList<ListedSide> Lists { get; init; } = [];

    /// <summary>Counts and amounts of both sides.</summary>
    public IReadOnlyList<ReconciliationTotal> Totals { get; init; } = [];

    /// <summary>What a settlement file adds up to; none without a file.</summary>
    public IReadOnlyList<SettlementTotal> Settlement { get; init; } = [];

    /// <summary>Every difference; only in the answer to one run.</summary>
    public IReadOnlyList<ReconciliationFinding> Findings { get; init; } = [];
}
