using System.Text.Json.Serialization;
using Integration.Run.Bench.Report;

namespace Integration.Run.Bench.FlashSale;

/// <summary>Result of <c>flash-sale</c>.</summary>
internal sealed record FlashSaleFigures : IBenchFigures
{
    private const double Near = 25;

    /// <summary>What the predictions were made with.</summary>
    [JsonPropertyName("times")]
    public required ServiceTimes Times { get; init; }

    /// <summary>The small sale as predicted.</summary>
    [JsonPropertyName("predicted")]
    public required SaleOutcome Predicted { get; init; }

    /// <summary>The same sale played.</summary>
    [JsonPropertyName("real")]
    public required SaleOutcome Real { get; init; }

    /// <summary>10,000 orders in 60 seconds, by ERP; predicted.</summary>
    [JsonPropertyName("big")]
    public required IReadOnlyDictionary<string, SaleOutcome> Big { get; init; }

    public IEnumerable<FigureLine> Lines() =>
    [
        FigureLine.AtMost("small sale: drain predicted against real, off by", Off(Predicted.DrainedAfterSeconds, Real.DrainedAfterSeconds), " %", Near),
        FigureLine.AtMost("small sale: peak backlog predicted against real, off by", Off(Predicted.PeakBacklog, Real.PeakBacklog), " %", Near),
        new("small sale: drained after", $"{Real.DrainedAfterSeconds} s", $"predicted {Predicted.DrainedAfterSeconds} s"),
        new("small sale: most waiting", $"{Real.PeakBacklog}", $"predicted {Predicted.PeakBacklog}"),
        .. Big.Select(sale => new FigureLine($"10,000 in 60 s, ERP {sale.Key}", $"{FigureLine.Number(sale.Value.DrainedAfterSeconds / 60)} min",
            $"at most {sale.Value.PeakBacklog} waiting; busy: {string.Join(", ", sale.Value.Used.Select(used => $"{used.Key} {used.Value * 100:0} %"))}")),
    ];

    public IEnumerable<Plot> Plots() =>
    [
        new LinePlot("Small sale: orders waiting", "s", "orders", [("predicted", Points(Predicted)), ("real", Points(Real))]),
        .. Big.Select(sale => new LinePlot($"10,000 orders in 60 s, ERP {sale.Key}: orders waiting (predicted)", "s", "orders", [("predicted", Points(sale.Value))])),
    ];

    private static double Off(double predicted, double real) => Math.Abs(predicted - real) / Math.Max(1, real) * 100;

    // As many points as can be seen.
    private static IReadOnlyList<(double, double)> Points(SaleOutcome sale) =>
        [.. sale.Moments.Where((_, index) => index % Math.Max(1, sale.Moments.Count / 200) == 0).Select(moment => (moment.Second, (double)moment.Backlog))];
}
