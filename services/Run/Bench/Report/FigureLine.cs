using System.Text.Json.Serialization;

namespace Integration.Run.Bench.Report;

/// <summary>One figure beside its bar.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The figure with its unit.</param>
/// <param name="Bar">The bar, or what stands beside it; empty for none.</param>
/// <param name="IsMet">Whether the bar is met; null where there is none.</param>
internal sealed record FigureLine(
    [property: JsonPropertyName("what")] string What,
    [property: JsonPropertyName("value")] string Value,
    [property: JsonPropertyName("bar")] string Bar = "",
    [property: JsonPropertyName("isMet")] bool? IsMet = null)
{
    /// <summary>Met when the figure is at least that.</summary>
    public static FigureLine AtLeast(string what, double figure, string unit, double bar, string aim = "") =>
        new(what, $"{Number(figure)}{unit}", $"≥ {Number(bar)}{unit}{aim}", figure >= bar);

    /// <summary>Met when the figure is at most that.</summary>
    public static FigureLine AtMost(string what, double figure, string unit, double bar, string aim = "") =>
        new(what, $"{Number(figure)}{unit}", $"≤ {Number(bar)}{unit}{aim}", figure <= bar);

    /// <summary>A figure without a bar.</summary>
    public static FigureLine Of(string what, double figure, string unit, string beside = "") => new(what, $"{Number(figure)}{unit}", beside);

    /// <summary>As people read it: three digits that count.</summary>
    public static string Number(double figure) => Math.Abs(figure) switch
    {
        >= 1000 => figure.ToString("N0", System.Globalization.CultureInfo.InvariantCulture),
        >= 100 => figure.ToString("0", System.Globalization.CultureInfo.InvariantCulture),
        >= 10 => figure.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture),
        _ => figure.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture),
    };
}
