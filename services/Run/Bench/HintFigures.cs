using System.Text.Json.Serialization;
using Integration.Run.Bench.Report;

namespace Integration.Run.Bench;

/// <summary>Result of <c>bench hint</c>: milliseconds from a change of stock in the ERP, pushed, to the level in the storefront.</summary>
internal sealed record HintFigures : IBenchFigures
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

    /// <inheritdoc/>
    public IEnumerable<FigureLine> Lines() => [FigureLine.AtMost("stock change shown in the shop, p99", P99Ms, " ms", 2000), FigureLine.AtMost("stock change shown in the shop, p50", P50Ms, " ms", 250)];
}
