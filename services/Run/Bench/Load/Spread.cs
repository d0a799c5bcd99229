using System.Text.Json.Serialization;

namespace Integration.Run.Bench.Load;

/// <summary>How times are spread, milliseconds.</summary>
internal sealed record Spread
{
    [JsonPropertyName("count")]
    public required int Count { get; init; }

    [JsonPropertyName("p50Ms")]
    public required double P50 { get; init; }

    [JsonPropertyName("p90Ms")]
    public required double P90 { get; init; }

    [JsonPropertyName("p99Ms")]
    public required double P99 { get; init; }

    [JsonPropertyName("maxMs")]
    public required double Max { get; init; }

    /// <summary>The times at every hundredth part, from the fastest to the slowest, for plots.</summary>
    [JsonPropertyName("percentiles")]
    public required IReadOnlyList<double> Percentiles { get; init; }

    public static Spread? Of(IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? null : new Spread
        {
            Count = sorted.Count,
            P50 = At(0.50),
            P90 = At(0.90),
            P99 = At(0.99),
            Max = At(1),
            Percentiles = [.. Enumerable.Range(0, 101).Select(hundredth => At(hundredth / 100d))],
        };

        double At(double share) => Math.Round(sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)], 1);
    }

    /// <summary>Points of a distribution: milliseconds across, share up.</summary>
    public IReadOnlyList<(double X, double Y)> Curve() => [.. Percentiles.Select((time, hundredth) => (Math.Max(1, time), (double)hundredth))];
}
