using Integration.Platform.Database;

namespace Integration.Console.Retries;

internal sealed class RetryRow
{
    public string Id { get; init; } = "";
    public string Pair { get; init; } = "";
    public string Class { get; init; } = "";
    public string Lookup { get; init; } = "";
    public string Code { get; init; } = "";
    public string Document { get; init; } = "";
    public int Version { get; init; }
    public string Rule { get; init; } = "";
    public string Operator { get; init; } = "";
    public int Automatic { get; init; }
    public string State { get; init; } = "";
    public string AfterKey { get; init; } = "";
    public int Claimed { get; init; }
    public int Sent { get; init; }
    public int Skipped { get; init; }
    public long CreatedAt { get; init; }
    public long NextAt { get; init; }
    public long? FinishedAt { get; init; }

    public RetryProgress ToProgress() => new()
    {
        Id = Id,
        State = Enum.Parse<RetryState>(State, ignoreCase: true),
        Filter = new RetryFilter
        {
            Pair = Given(Pair), Class = Given(Class), Table = Given(Lookup), Code = Given(Code), Document = Given(Document), Version = Version == 0 ? null : Version, Rule = Given(Rule),
        },
        Operator = Operator,
        Found = Claimed,
        Sent = Sent,
        Skipped = Skipped,
        StartedAt = UnixTime.FromUnixMs(CreatedAt),
        FinishedAt = FinishedAt is { } ms ? UnixTime.FromUnixMs(ms) : null,
    };

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
