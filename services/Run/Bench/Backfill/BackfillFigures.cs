using System.Text.Json.Serialization;
using Integration.Run.Bench.Report;

namespace Integration.Run.Bench.Backfill;

/// <summary>Result of <c>bench backfill</c>.</summary>
internal sealed record BackfillFigures : IBenchFigures
{
    /// <summary>Records of the list.</summary>
    [JsonPropertyName("records")]
    public required int Records { get; init; }

    /// <summary>Records listed when the service was killed.</summary>
    [JsonPropertyName("killedAt")]
    public required long KilledAt { get; init; }

    /// <summary>Seconds from the kill until the run goes on by itself: start, lease, next page.</summary>
    [JsonPropertyName("resumedAfterSeconds")]
    public required double ResumedAfterSeconds { get; init; }

    /// <summary>Records of pages that were listed a second time.</summary>
    [JsonPropertyName("listedTwice")]
    public required int ListedTwice { get; init; }

    /// <summary>Records of one page: the most that may be.</summary>
    [JsonPropertyName("batch")]
    public required int Batch { get; init; }

    /// <summary>Records that were taken more than once behind the lane.</summary>
    [JsonPropertyName("takenTwice")]
    public required long TakenTwice { get; init; }

    /// <summary>Records that never came.</summary>
    [JsonPropertyName("missing")]
    public required long Missing { get; init; }

    /// <summary>Records per second over the whole run, without the time that nothing ran.</summary>
    [JsonPropertyName("recordsPerSecond")]
    public required double RecordsPerSecond { get; init; }

    /// <summary>CPU milliseconds per record.</summary>
    [JsonPropertyName("cpuMsPerRecord")]
    public required double CpuMsPerRecord { get; init; }

    /// <summary>Resident megabytes: median of the first and of the last tenth of what the second life did, and the most at any time.</summary>
    [JsonPropertyName("residentMegabytes")]
    public required IReadOnlyDictionary<string, double> ResidentMegabytes { get; init; }

    /// <summary>Seconds from a new record's change until it was taken, while the backfill ran; a sweep finds one every second.</summary>
    [JsonPropertyName("changeSeconds")]
    public required IReadOnlyDictionary<string, double> ChangeSeconds { get; init; }

    /// <inheritdoc/>
    public IEnumerable<FigureLine> Lines() =>
    [
        new("records listed twice after the kill", $"{ListedTwice}", $"≤ {Batch}", ListedTwice <= Batch),
        new("records missing or taken twice", $"{Missing} / {TakenTwice}", "0 / 0", Missing == 0 && TakenTwice == 0),
        FigureLine.Of("records", RecordsPerSecond, "/s"),
        FigureLine.Of("CPU per record", CpuMsPerRecord, " ms"),
        FigureLine.Of("went on after the kill", ResumedAfterSeconds, " s"),
        new("memory, first and last tenth", $"{ResidentMegabytes["firstTenth"]} / {ResidentMegabytes["lastTenth"]} MB", "flat", ResidentMegabytes["lastTenth"] <= ResidentMegabytes["firstTenth"] * 1.1),
    ];
}
