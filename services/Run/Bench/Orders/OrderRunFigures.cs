using System.Text.Json.Serialization;
using Integration.Run.Bench.Load;

namespace Integration.Run.Bench.Orders;

/// <summary>What one window of load showed.</summary>
internal sealed record OrderRunFigures
{
    /// <summary>A run is kept up when 99 of 100 orders take no longer than this.</summary>
    public const double LongestP99 = 2000;

    /// <summary>Orders placed per second.</summary>
    [JsonPropertyName("offeredPerSecond")]
    public required double Offered { get; init; }

    [JsonPropertyName("orders")]
    public required int Orders { get; init; }

    [JsonPropertyName("seconds")]
    public required double Seconds { get; init; }

    /// <summary>Orders created in the ERP within the window, per second.</summary>
    [JsonPropertyName("ordersPerSecond")]
    public required double OrdersPerSecond { get; init; }

    /// <summary>Orders that were placed and not in the ERP when the window ended.</summary>
    [JsonPropertyName("backlog")]
    public required int Backlog { get; init; }

    /// <summary>Orders that were not in the ERP when the run gave up waiting.</summary>
    [JsonPropertyName("missing")]
    public required int Missing { get; init; }

    /// <summary>Orders that the ERP has more than once: must be none.</summary>
    [JsonPropertyName("twice")]
    public required int Twice { get; init; }

    /// <summary>From the moment an order was meant to be placed until the ERP had it.</summary>
    [JsonPropertyName("inErp")]
    public required Spread? InErp { get; init; }

    /// <summary>From the same moment until the shop's order was first written to: the ERP's number.</summary>
    [JsonPropertyName("back")]
    public required Spread? Back { get; init; }

    /// <summary>From the ERP's shipment until the shop's order showed its status; null when nothing was shipped.</summary>
    [JsonPropertyName("status")]
    public required Spread? Status { get; init; }

    [JsonPropertyName("cpuMsPerOrder")]
    public required IReadOnlyDictionary<string, double> CpuMsPerOrder { get; init; }

    /// <summary>Processors busy with all of it, on average.</summary>
    [JsonPropertyName("busyProcessors")]
    public required double BusyProcessors { get; init; }

    [JsonPropertyName("messagesPerOrder")]
    public required double MessagesPerOrder { get; init; }

    [JsonPropertyName("commitsPerOrder")]
    public required double CommitsPerOrder { get; init; }

    /// <summary>Write-ahead log of PostgreSQL.</summary>
    [JsonPropertyName("logKilobytesPerOrder")]
    public required double LogKilobytesPerOrder { get; init; }

    [JsonPropertyName("erpCallsPerOrder")]
    public required IReadOnlyDictionary<string, double> ErpCallsPerOrder { get; init; }

    [JsonPropertyName("shopCallsPerOrder")]
    public required IReadOnlyDictionary<string, double> ShopCallsPerOrder { get; init; }

    [JsonPropertyName("moments")]
    public required IReadOnlyList<OrderMoment> Moments { get; init; }

    /// <summary>Whether the system keeps up: little waits at the end, nothing is missing, and 99 of 100 are in time.</summary>
    [JsonPropertyName("isKeptUp")]
    public bool IsKeptUp => Missing == 0 && InErp is { P99: <= LongestP99 } && Backlog <= Math.Max(2, Offered * LongestP99 / 1000);
}
