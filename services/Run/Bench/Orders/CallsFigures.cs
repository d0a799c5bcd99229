using System.Text.Json.Serialization;
using Integration.Run.Bench.Report;

namespace Integration.Run.Bench.Orders;

/// <summary>Result of <c>calls</c>.</summary>
internal sealed record CallsFigures : IBenchFigures
{
    [JsonPropertyName("orders")]
    public required int Orders { get; init; }

    [JsonPropertyName("erpCallsPerOrder")]
    public required double ErpCallsPerOrder { get; init; }

    [JsonPropertyName("shopCallsPerOrder")]
    public required double ShopCallsPerOrder { get; init; }

    /// <summary>Calls per order by route; sweeps are among them.</summary>
    [JsonPropertyName("erp")]
    public required IReadOnlyDictionary<string, double> Erp { get; init; }

    [JsonPropertyName("shop")]
    public required IReadOnlyDictionary<string, double> Shop { get; init; }

    public IEnumerable<FigureLine> Lines() =>
    [
        FigureLine.AtMost("ERP calls per order", ErpCallsPerOrder, "", 3, "; aim 1 to 2"),
        .. Erp.Where(route => route.Value >= 0.05).Select(route => FigureLine.Of($"  {route.Key}", route.Value, "")),
        FigureLine.Of("shop calls per order", ShopCallsPerOrder, ""),
        .. Shop.Where(route => route.Value >= 0.05).Select(route => FigureLine.Of($"  {route.Key}", route.Value, "")),
    ];
}
