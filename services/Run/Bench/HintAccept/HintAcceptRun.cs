using System.Text.Json.Serialization;
using Integration.Run.Bench.Load;

namespace Integration.Run.Bench.HintAccept;

/// <summary>So many hints in flight for a while.</summary>
internal sealed record HintAcceptRun
{
    [JsonPropertyName("inFlight")]
    public required int InFlight { get; init; }

    /// <summary>Accepted per second.</summary>
    [JsonPropertyName("perSecond")]
    public required double PerSecond { get; init; }

    /// <summary>Answered otherwise.</summary>
    [JsonPropertyName("refused")]
    public required int Refused { get; init; }

    [JsonPropertyName("times")]
    public required Spread Times { get; init; }

    /// <summary>CPU of the service that took them, milliseconds each.</summary>
    [JsonPropertyName("cpuMs")]
    public required double CpuMs { get; init; }

    /// <summary>CPU of the database for them, milliseconds each.</summary>
    [JsonPropertyName("databaseCpuMs")]
    public required double DatabaseCpuMs { get; init; }
}
