using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;

namespace Integration.Console.Records;

internal sealed class ActivityRow
{
    public long At { get; init; }
    public string Lane { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Calls { get; init; } = "[]";
    public string TraceId { get; init; } = "";

    public TimelineEntry ToEntry() => new(
        UnixTime.FromUnixMs(At), Lane, Summary, JsonSerializer.Deserialize<OutsideCall[]>(Calls, ContractsJson.Options) ?? [], TraceId);
}
