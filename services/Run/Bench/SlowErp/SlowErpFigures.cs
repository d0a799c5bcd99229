using System.Text.Json.Serialization;
using Integration.Run.Bench.Report;

namespace Integration.Run.Bench.SlowErp;

/// <summary>Result of <c>slow-erp</c>.</summary>
internal sealed record SlowErpFigures : IBenchFigures
{
    private const double EnoughOfCeiling = 95;

    /// <summary>Orders created per second.</summary>
    [JsonPropertyName("ordersPerSecond")]
    public required double OrdersPerSecond { get; init; }

    /// <summary>Calls that the ERP finished per second.</summary>
    [JsonPropertyName("callsPerSecond")]
    public required double CallsPerSecond { get; init; }

    /// <summary>Calls per second that the ERP can carry.</summary>
    [JsonPropertyName("ceiling")]
    public required double Ceiling { get; init; }

    /// <summary>Calls answered 429, of a hundred.</summary>
    [JsonPropertyName("throttledPercent")]
    public required double Throttled { get; init; }

    /// <summary>Calls per order by route.</summary>
    [JsonPropertyName("callsPerOrder")]
    public required IReadOnlyDictionary<string, double> Routes { get; init; }

    public IEnumerable<FigureLine> Lines() =>
    [
        FigureLine.AtLeast("orders, of what the ERP can carry at one call each", OrdersPerSecond * 100 / Ceiling, " %", EnoughOfCeiling),
        FigureLine.AtLeast("calls, of what the ERP can carry", CallsPerSecond * 100 / Ceiling, " %", EnoughOfCeiling),
        FigureLine.Of("orders", OrdersPerSecond, "/s", $"ceiling {FigureLine.Number(Ceiling)} calls/s"),
        new("throttled", $"{FigureLine.Number(Throttled)} %", "< 1 %", Throttled < 1),
        .. Routes.Select(route => FigureLine.Of($"  {route.Key} per order", route.Value, "")),
    ];
}
