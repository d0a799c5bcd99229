using System.Text.Json.Serialization;
using Integration.Run.Bench.Report;

namespace Integration.Run.Bench;

/// <summary>Changes of stock that neither an event nor a stamp told of: only a sweep over everything finds them.</summary>
internal sealed record UntoldFigures
{
    /// <summary>From the first call of that sweep to the last level written.</summary>
    [JsonPropertyName("secondsOfSweep")]
    public required double SecondsOfSweep { get; init; }

    /// <summary>From the change in the ERP to the last level written; the sweep's turn has to come first.</summary>
    [JsonPropertyName("secondsToWritten")]
    public required double SecondsToWritten { get; init; }

    /// <summary>Levels of the shop that were written.</summary>
    [JsonPropertyName("written")]
    public required long Written { get; init; }

    /// <summary>Calls that the ERP received from the beginning of the sweep on.</summary>
    [JsonPropertyName("erpCalls")]
    public required long ErpCalls { get; init; }

    /// <summary>As people read it.</summary>
    /// <param name="changed">SKUs whose stock was changed.</param>
    public IEnumerable<FigureLine> Lines(int changed) =>
    [
        FigureLine.AtMost($"{changed} changed without an event, all written after the sweep began", SecondsOfSweep, " s", 60),
        FigureLine.Of("the same from the change on", SecondsToWritten, " s", $"swept every {StockLoad.SweptEvery.TotalSeconds:0} s"),
        new("levels written for them", $"{Written}", $"= {changed}", Written == changed),
        FigureLine.Of("ERP calls from the sweep's beginning on", ErpCalls, ""),
    ];
}
