using System.Text.Json.Serialization;

namespace Integration.Run.Bench;

/// <summary>Result of <c>bench stock</c>.</summary>
internal sealed record StockFigures
{
    /// <summary>SKUs in ERP and shop.</summary>
    [JsonPropertyName("skus")]
    public required int Skus { get; init; }

    /// <summary>SKUs whose stock was changed in the ERP.</summary>
    [JsonPropertyName("changed")]
    public required int Changed { get; init; }

    /// <summary>Levels of the shop that were written for it; more than changed means that unchanged ones were.</summary>
    [JsonPropertyName("written")]
    public required long Written { get; init; }

    /// <summary>From the change in the ERP to the last level written.</summary>
    [JsonPropertyName("secondsToWritten")]
    public required double SecondsToWritten { get; init; }

    /// <summary>The first reading of everything, until every SKU was compared with the shop.</summary>
    [JsonPropertyName("secondsOfFirstReading")]
    public required double SecondsOfFirstReading { get; init; }

    /// <summary>Resident megabytes by process after the run.</summary>
    [JsonPropertyName("residentMegabytes")]
    public required IReadOnlyDictionary<string, double> ResidentMegabytes { get; init; }
}
