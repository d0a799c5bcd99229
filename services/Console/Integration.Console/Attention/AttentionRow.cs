using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;

namespace Integration.Console.Attention;

internal sealed class AttentionRow
{
    public string Key { get; init; } = "";
    public string Pair { get; init; } = "";
    public string Lane { get; init; } = "";
    public string Entity { get; init; } = "";
    public string RecordId { get; init; } = "";
    public string Number { get; init; } = "";
    public string Class { get; init; } = "";
    public string Reasons { get; init; } = "[]";
    public string Advice { get; init; } = "";
    public string? Retry { get; init; }
    public string? DecisionQueue { get; init; }
    public string State { get; init; } = "";
    public string Note { get; init; } = "";
    public long FirstAt { get; init; }
    public long LastAt { get; init; }
    public int Times { get; init; }
    public int Version { get; init; }
    public string TraceId { get; init; } = "";

    public RetryMessage? RetryMessage() => Retry is null ? null : JsonSerializer.Deserialize<RetryMessage>(Retry, ContractsJson.Options);

    public AttentionEntry ToEntry() => new()
    {
        Key = Key,
        Number = Number,
        Pair = Pair,
        Lane = Lane,
        Entity = Entity,
        RecordId = RecordId,
        Class = Class,
        Reasons = JsonSerializer.Deserialize<Reason[]>(Reasons, ContractsJson.Options) ?? [],
        Advice = Advice,
        CanRetry = Retry is not null,
        CanDecide = DecisionQueue is not null,
        State = Enum.Parse<AttentionState>(State, ignoreCase: true),
        Note = Note,
        FirstAt = UnixTime.FromUnixMs(FirstAt),
        LastAt = UnixTime.FromUnixMs(LastAt),
        Times = Times,
        Version = Version,
        TraceId = TraceId,
    };
}
