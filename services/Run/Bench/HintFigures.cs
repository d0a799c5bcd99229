using System.Text.Json.Serialization;

namespace Integration.Run.Bench;

/// <summary>Result of <c>bench hint</c>: milliseconds from a change of stock in the ERP, pushed, to the level in the storefront.</summary>
internal sealed record HintFigures
{
    /// <summary>Measured changes, one after another.</summary>
    [JsonPropertyName("changes")]
    public required int Changes { get; init; }

    /// <summary>Half are faster.</summary>
    [JsonPropertyName("p50Ms")]
    public required double P50Ms { get; init; }

    /// <summary>99 of 100 are faster.</summary>
    [JsonPropertyName("p99Ms")]
    public required double P99Ms { get; init; }
}
