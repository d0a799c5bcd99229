using System.Text.Json.Serialization;
using Integration.Run.Bench.Load;

namespace Integration.Run.Bench.FlashSale;

/// <summary>How a sale went, simulated or real.</summary>
internal sealed record SaleOutcome
{
    [JsonPropertyName("orders")]
    public required int Orders { get; init; }

    /// <summary>How long orders were placed.</summary>
    [JsonPropertyName("saleSeconds")]
    public required double SaleSeconds { get; init; }

    /// <summary>From the first order placed until the last one is in the ERP.</summary>
    [JsonPropertyName("drainedAfterSeconds")]
    public required double DrainedAfterSeconds { get; init; }

    /// <summary>Most orders that were placed and not in the ERP at once.</summary>
    [JsonPropertyName("peakBacklog")]
    public required int PeakBacklog { get; init; }

    [JsonPropertyName("latency")]
    public required Spread Latency { get; init; }

    /// <summary>Share of each station's time in use until the last order was in the ERP; empty for a real run.</summary>
    [JsonPropertyName("used")]
    public required IReadOnlyDictionary<string, double> Used { get; init; }

    [JsonPropertyName("moments")]
    public required IReadOnlyList<SaleMoment> Moments { get; init; }
}
