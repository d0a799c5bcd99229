using System.Text.Json.Serialization;
using Integration.Run.Bench.Report;

namespace Integration.Run.Bench.HintAccept;

/// <summary>Result of <c>hint-accept</c>.</summary>
internal sealed record HintAcceptFigures : IBenchFigures
{
    /// <summary>The gateway: signature, look row on disk, 202.</summary>
    [JsonPropertyName("gateway")]
    public required IReadOnlyList<HintAcceptRun> Gateway { get; init; }

    /// <summary>A bare web server that inserts one row per request.</summary>
    [JsonPropertyName("bare")]
    public required IReadOnlyList<HintAcceptRun> Bare { get; init; }

    public IEnumerable<FigureLine> Lines()
    {
        foreach (var (run, bare) in Gateway.Zip(Bare))
        {
            yield return FigureLine.AtLeast($"accepted, {run.InFlight} in flight", run.PerSecond, "/s", 1000, $"; aim 2,000; bare {FigureLine.Number(bare.PerSecond)}/s");
            yield return FigureLine.AtMost($"p99, {run.InFlight} in flight", run.Times.P99, " ms", 100, $"; bare {FigureLine.Number(bare.Times.P99)} ms");
            yield return FigureLine.Of($"CPU of the gateway per hint, {run.InFlight} in flight", run.CpuMs, " ms", $"aim ≤ 0.6 ms; bare {FigureLine.Number(bare.CpuMs)} ms");
            yield return FigureLine.Of($"CPU of the database per hint, {run.InFlight} in flight", run.DatabaseCpuMs, " ms", $"bare {FigureLine.Number(bare.DatabaseCpuMs)} ms");
            if (run.Refused > 0) yield return new FigureLine($"refused, {run.InFlight} in flight", $"{run.Refused}", "0", false);
        }
    }

    public IEnumerable<Plot> Plots() =>
    [
        new LinePlot("Time until a hint is accepted", "ms", "% of hints",
            [.. Gateway.Select(run => ($"gateway, {run.InFlight} in flight", run.Times.Curve())), .. Bare.Select(run => ($"bare, {run.InFlight} in flight", run.Times.Curve()))], IsLogarithmic: true),
    ];
}
