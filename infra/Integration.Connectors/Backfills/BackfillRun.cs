using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;

namespace Integration.Connectors.Backfills;

/// <summary>A run as stored.</summary>
internal sealed record BackfillRun
{
    public string Id { get; init; } = "";
    public string Pair { get; init; } = "";
    public string Lane { get; init; } = "";
    public string Connection { get; init; } = "";
    public string State { get; init; } = BackfillStates.Running;
    public long DryRun { get; init; }
    public long? Since { get; init; }
    public string Operator { get; init; } = "";
    public string? Cursor { get; init; }
    public long Page { get; init; }
    public long Passed { get; init; }
    public long Listed { get; init; }
    public long Sent { get; init; }
    public long LeftOut { get; init; }
    public long Problems { get; init; }
    public double? Share { get; init; }
    public double PerSecond { get; init; }
    public string Samples { get; init; } = "[]";
    public string Reason { get; init; } = "";
    public long StartedAt { get; init; }
    public long UpdatedAt { get; init; }
    public long ToldAt { get; init; }
    public long? EndedAt { get; init; }

    public bool IsDry => DryRun != 0;

    public DateTimeOffset? From => Since is { } since ? UnixTime.FromUnixMs(since) : null;

    public IReadOnlyList<BackfillSample> Found => JsonSerializer.Deserialize<IReadOnlyList<BackfillSample>>(Samples, ContractsJson.Options) ?? [];

    /// <summary>For people.</summary>
    public BackfillReported Report(DateTimeOffset now) => new()
    {
        Id = Guid.Parse(Id),
        Pair = Pair,
        Lane = Lane,
        State = State == BackfillStates.Draining ? BackfillStates.Running : State,
        DryRun = IsDry,
        Since = From,
        Operator = Operator,
        Listed = Listed,
        Sent = Sent,
        LeftOut = LeftOut,
        Problems = Problems,
        Share = Share,
        PerSecond = Math.Round(PerSecond, 1),
        SecondsLeft = Left,
        Samples = Found,
        Reason = Reason,
        StartedAt = UnixTime.FromUnixMs(StartedAt),
        EndedAt = EndedAt is { } ended ? UnixTime.FromUnixMs(ended) : null,
        At = now,
    };

    // As many as were listed for this share, less those that were.
    private double? Left => EndedAt is null && Share is > 0 and { } share && PerSecond > 0 ? Math.Round(Listed * (1 - share) / share / PerSecond) : null;
}
