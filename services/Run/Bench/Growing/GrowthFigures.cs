using System.Text.Json.Serialization;
using Integration.Run.Bench.Orders;
using Integration.Run.Bench.Report;
using Integration.Run.Bench.Systems;

namespace Integration.Run.Bench.Growing;

/// <summary>Result of <c>growth</c>.</summary>
internal sealed record GrowthFigures : IBenchFigures
{
    private const double MostGrowth = 1.2;

    [JsonPropertyName("storedFew")]
    public required int StoredFew { get; init; }

    [JsonPropertyName("storedMany")]
    public required int StoredMany { get; init; }

    /// <summary>Rows that were added to the services' databases.</summary>
    [JsonPropertyName("rows")]
    public required long Rows { get; init; }

    [JsonPropertyName("few")]
    public required OrderRunFigures Few { get; init; }

    [JsonPropertyName("many")]
    public required OrderRunFigures Many { get; init; }

    public IEnumerable<FigureLine> Lines() =>
    [
        FigureLine.AtMost("CPU of ours per order, many stored against few", Growth(CpuAccount.Ours), " times", MostGrowth),
        FigureLine.Of($"with {StoredFew} stored orders", Few.CpuMsPerOrder[CpuAccount.Ours], " ms"),
        FigureLine.Of($"with {StoredMany} stored orders ({Rows} rows more)", Many.CpuMsPerOrder[CpuAccount.Ours], " ms"),
        FigureLine.Of("CPU of the database per order", Growth(CpuAccount.Database), " times", $"{FigureLine.Number(Few.CpuMsPerOrder[CpuAccount.Database])} and {FigureLine.Number(Many.CpuMsPerOrder[CpuAccount.Database])} ms"),
        FigureLine.Of("in the ERP, p50", Many.InErp?.P50 ?? 0, " ms", $"{FigureLine.Number(Few.InErp?.P50 ?? 0)} ms with few"),
    ];

    public IEnumerable<Plot> Plots() => [new BarPlot("CPU per order", "ms", [Bar($"{StoredFew} stored", Few), Bar($"{StoredMany} stored", Many)])];

    private double Growth(string process) => Many.CpuMsPerOrder[process] / Few.CpuMsPerOrder[process];

    private static (string, IReadOnlyList<(string, double)>) Bar(string name, OrderRunFigures run) =>
        (name, [.. run.CpuMsPerOrder.Where(entry => entry.Key != CpuAccount.Ours).Select(entry => (entry.Key, entry.Value))]);
}
