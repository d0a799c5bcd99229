using System.Text.Json.Serialization;

namespace Integration.Run.Bench;

/// <summary>Result of <c>bench order-flow</c>.</summary>
internal sealed record OrderFlowFigures
{
    /// <summary>Measured orders, after the warm-up.</summary>
    [JsonPropertyName("orders")]
    public required int Orders { get; init; }

    /// <summary>Orders created in the ERP per second, from the first placed to the last created.</summary>
    [JsonPropertyName("ordersPerSecond")]
    public required double OrdersPerSecond { get; init; }

    /// <summary>CPU milliseconds per order by process; ours is the sum of the services without the sandbox.</summary>
    [JsonPropertyName("cpuMsPerOrder")]
    public required IReadOnlyDictionary<string, double> CpuMsPerOrder { get; init; }

    /// <summary>Calls that the sandboxes got per order, by system.</summary>
    [JsonPropertyName("callsPerOrder")]
    public required IReadOnlyDictionary<string, double> CallsPerOrder { get; init; }

    /// <summary>Resident megabytes by process after the run.</summary>
    [JsonPropertyName("residentMegabytes")]
    public required IReadOnlyDictionary<string, double> ResidentMegabytes { get; init; }
}
