using Integration.Platform.Database;

namespace Integration.Console.Records;

internal sealed class RecordRow
{
    public string Pair { get; init; } = "";
    public string Entity { get; init; } = "";
    public string RecordId { get; init; } = "";
    public string Number { get; init; } = "";
    public string State { get; init; } = "";
    public string? ErpNumber { get; init; }
    public string Summary { get; init; } = "";
    public long FirstAt { get; init; }
    public long LastAt { get; init; }

    public RecordSummary ToSummary() => new(
        Number, Pair, Entity, RecordId, State, ErpNumber, Summary, UnixTime.FromUnixMs(FirstAt), UnixTime.FromUnixMs(LastAt));
}
