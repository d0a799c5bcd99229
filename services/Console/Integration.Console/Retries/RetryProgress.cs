namespace Integration.Console.Retries;

/// <summary>A bulk retry and how far it is.</summary>
public sealed record RetryProgress
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Claiming, sending, done or cancelled.</summary>
    public required RetryState State { get; init; }

    /// <summary>What it is about.</summary>
    public required RetryFilter Filter { get; init; }

    /// <summary>Who pressed, or which correction started it.</summary>
    public required string Operator { get; init; }

    /// <summary>Entries found so far; complete once it is sending.</summary>
    public required int Found { get; init; }

    /// <summary>Entries sent again.</summary>
    public required int Sent { get; init; }

    /// <summary>Entries that moved on meanwhile, or whose message cannot be read.</summary>
    public required int Skipped { get; init; }

    /// <summary>When it was started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, UTC, or null.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
