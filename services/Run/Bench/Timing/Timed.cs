using System.Text.Json.Serialization;

namespace Integration.Run.Bench.Timing;

/// <summary>What one run of a piece of work costs, warm: medians over the rounds.</summary>
internal sealed record Timed
{
    /// <summary>CPU time of the process, garbage collection included.</summary>
    [JsonPropertyName("microseconds")]
    public required double Microseconds { get; init; }

    /// <summary>Memory allocated.</summary>
    [JsonPropertyName("bytes")]
    public required long Bytes { get; init; }

    /// <summary>CPU time against the yardstick of the same contest, taken round by round.</summary>
    [JsonPropertyName("ratio")]
    public required double Ratio { get; init; }
}
