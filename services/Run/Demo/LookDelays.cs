using System.Text.Json.Serialization;

namespace Integration.Run.Demo;

/// <summary>How long after the beginning of a checkout we had first read the order, milliseconds.</summary>
internal sealed record LookDelays
{
    [JsonPropertyName("p50")]
    public required long P50 { get; init; }

    [JsonPropertyName("p99")]
    public required long P99 { get; init; }

    [JsonPropertyName("max")]
    public required long Max { get; init; }

    /// <summary>Over the orders whose checkout was timed and that were seen; null when there are none.</summary>
    public static LookDelays? Of(IReadOnlyList<DemoOrder> placed, IReadOnlyDictionary<string, DateTimeOffset> firstSeen)
    {
        var delays = placed.Where(order => order.CheckoutAt is not null && firstSeen.ContainsKey(order.OrderId))
            .Select(order => (long)(firstSeen[order.OrderId] - order.CheckoutAt!.Value).TotalMilliseconds).Order().ToList();
        return delays.Count == 0 ? null : new LookDelays { P50 = Rank(0.50), P99 = Rank(0.99), Max = delays[^1] };

        long Rank(double share) => delays[(int)Math.Ceiling(share * delays.Count) - 1];
    }
}
