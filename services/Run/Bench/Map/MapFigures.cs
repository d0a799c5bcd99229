using System.Text.Json.Serialization;
using Integration.Run.Bench.Report;
using Integration.Run.Bench.Timing;

namespace Integration.Run.Bench.Map;

/// <summary>Result of <c>bench map</c>.</summary>
internal sealed record MapFigures : IBenchFigures
{
    /// <summary>One order of ten lines to its document, checks included; the hand-written mapping is the yardstick.</summary>
    [JsonPropertyName("order")]
    public required IReadOnlyDictionary<string, Timed> Order { get; init; }

    /// <summary>Plain paths by path: the expression against hand-written C#.</summary>
    [JsonPropertyName("paths")]
    public required IReadOnlyDictionary<string, Dictionary<string, Timed>> Paths { get; init; }

    /// <inheritdoc/>
    public IEnumerable<FigureLine> Lines() =>
    [
        FigureLine.AtMost("one order through the shipped document", Order["shipped"].Microseconds, " µs", 200, "; aim 100"),
        FigureLine.AtMost("with five expressions more", Order["shippedAndFiveExpressions"].Microseconds, " µs", 400),
        FigureLine.AtMost("against hand-written C#", Order["shipped"].Ratio, " times", 5),
        FigureLine.Of("hand-written C#", Order["handWritten"].Microseconds, " µs"),
        FigureLine.Of("from record to checked total", Order["shippedFromRecordWithTotal"].Microseconds, " µs"),
    ];
}
