using System.Text.Json.Serialization;
using Integration.Run.Bench.Report;

namespace Integration.Run.Bench;

/// <summary>Result of <c>bench stock</c>.</summary>
internal sealed record StockFigures : IBenchFigures
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

    /// <summary>The same for changes that nothing told of; null where the ERP's stamps tell of every change.</summary>
    [JsonPropertyName("untold")]
    public UntoldFigures? Untold { get; init; }

    /// <summary>The first reading of everything, until every SKU was compared with the shop.</summary>
    [JsonPropertyName("secondsOfFirstReading")]
    public required double SecondsOfFirstReading { get; init; }

    /// <summary>Calls that the ERP received for it, everything else that went on among them.</summary>
    [JsonPropertyName("erpCallsOfFirstReading")]
    public required long ErpCallsOfFirstReading { get; init; }

    /// <summary>Resident megabytes by process after the run.</summary>
    [JsonPropertyName("residentMegabytes")]
    public required IReadOnlyDictionary<string, double> ResidentMegabytes { get; init; }

    /// <inheritdoc/>
    public IEnumerable<FigureLine> Lines() =>
    [
        FigureLine.AtMost($"{Changed} of {Skus} SKUs changed, all written after", SecondsToWritten, " s", 60),
        new("levels written for them", $"{Written}", $"= {Changed}", Written == Changed),
        .. Untold?.Lines(Changed) ?? [],
        FigureLine.Of("first reading of everything", SecondsOfFirstReading, " s"),
        FigureLine.Of("ERP calls of the first reading", ErpCallsOfFirstReading, ""),
        .. ResidentMegabytes.Where(entry => entry.Key.EndsWith("-adapter", StringComparison.Ordinal) || entry.Key == "xcart-gateway").Select(entry => FigureLine.AtMost($"memory of {entry.Key}", entry.Value, " MB", 300)),
    ];
}
