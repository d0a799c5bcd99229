using System.Text.Json.Serialization;
using Integration.Run.Bench.Timing;

namespace Integration.Run.Bench.Map;

/// <summary>Result of <c>bench map</c>.</summary>
internal sealed record MapFigures
{
    /// <summary>One order of ten lines to its document, checks included; the hand-written mapping is the yardstick.</summary>
    [JsonPropertyName("order")]
    public required IReadOnlyDictionary<string, Timed> Order { get; init; }

    /// <summary>Plain paths by path: the expression against hand-written C#.</summary>
    [JsonPropertyName("paths")]
    public required IReadOnlyDictionary<string, Dictionary<string, Timed>> Paths { get; init; }
}
