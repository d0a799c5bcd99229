using System.Text.Json.Serialization;
using Integration.Run.Bench.Report;

namespace Integration.Run.Bench.Idle;

/// <summary>Result of <c>footprint</c>.</summary>
internal sealed record FootprintFigures : IBenchFigures
{
    /// <summary>From the start of a service's process until it is ready.</summary>
    [JsonPropertyName("readySeconds")]
    public required IReadOnlyDictionary<string, double> ReadySeconds { get; init; }

    /// <summary>CPU that each needed until then: what holds on a busy machine.</summary>
    [JsonPropertyName("readyCpuSeconds")]
    public required IReadOnlyDictionary<string, double> ReadyCpuSeconds { get; init; }

    /// <summary>Resident memory of each service after 30 idle seconds.</summary>
    [JsonPropertyName("residentMegabytes")]
    public required IReadOnlyDictionary<string, double> ResidentMegabytes { get; init; }

    /// <summary>The same of everything in one process, both sandboxes included.</summary>
    [JsonPropertyName("standaloneMegabytes")]
    public required double StandaloneMegabytes { get; init; }

    public IEnumerable<FigureLine> Lines() =>
    [
        .. ReadySeconds.Select(entry => FigureLine.AtMost($"{entry.Key} ready after", entry.Value, " s", 3, $"; {FigureLine.Number(ReadyCpuSeconds[entry.Key])} s CPU")),
        .. ResidentMegabytes.Select(entry => FigureLine.AtMost($"{entry.Key} idle", entry.Value, " MB", 150)),
        FigureLine.AtMost("everything in one process, sandboxes included, idle", StandaloneMegabytes, " MB", 350, "; n8n 300 MB"),
    ];

    public IEnumerable<Plot> Plots() => [new BarPlot("Idle memory", "MB", [.. ResidentMegabytes.Append(new("one process", StandaloneMegabytes)).Select(entry => (entry.Key, (IReadOnlyList<(string, double)>)[("resident", entry.Value)]))])];
}
