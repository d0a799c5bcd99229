using System.Globalization;
using System.Net;
using System.Text;

namespace Integration.Run.Bench.Report;

/// <summary>A plot as SVG; its colours are the page's.</summary>
internal static class Drawing
{
    private const double Width = 720;
    private const double Height = 300;
    private const double Left = 60;
    private const double Right = 12;
    private const double Top = 12;
    private const double Bottom = 44;
    private const double Row = 26;
    private const double Names = 110;
    private const int Colours = 8;

    public static string Of(Plot plot) => plot switch
    {
        LinePlot lines => Lines(lines),
        BarPlot bars => Bars(bars),
        _ => throw new ArgumentOutOfRangeException(nameof(plot)),
    };

    private static string Lines(LinePlot plot)
    {
        var points = plot.Series.SelectMany(series => series.Points).ToList();
        if (points.Count == 0) return "";
        var across = new Scale(Math.Max(1, points.Min(point => point.X)), points.Max(point => point.X), Left, Width - Right, plot.IsLogarithmic);
        var up = new Scale(0, points.Max(point => point.Y), Height - Bottom, Top);
        var svg = Begin(Height, plot.Title);
        foreach (var mark in across.Marks)
        {
            Line(svg, across.At(mark), Top, across.At(mark), Height - Bottom);
            Text(svg, across.At(mark), Height - Bottom + 16, FigureLine.Number(mark), "middle");
        }

        foreach (var mark in up.Marks)
        {
            Line(svg, Left, up.At(mark), Width - Right, up.At(mark));
            Text(svg, Left - 6, up.At(mark) + 4, FigureLine.Number(mark), "end");
        }

        Text(svg, (Left + Width - Right) / 2, Height - 8, plot.Across, "middle");
        Text(svg, 4, Top + 2, plot.Up, "start");
        foreach (var (series, index) in plot.Series.Select((series, index) => (series, index)))
        {
            var path = string.Join(' ', series.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{across.At(point.X):0.#},{up.At(point.Y):0.#}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"l c{index % Colours}\" points=\"{path}\"/>");
        }

        return svg.Append("</svg>").Append(Legend(plot.Series.Select(series => series.Name))).ToString();
    }

    private static string Bars(BarPlot plot)
    {
        var parts = plot.Bars.SelectMany(bar => bar.Parts.Select(part => part.Part)).Distinct().ToList();
        var largest = plot.Bars.Max(bar => bar.Parts.Sum(part => Math.Max(0, part.Value)));
        var height = (plot.Bars.Count * Row) + Top + Bottom;
        var across = new Scale(0, largest, Names, Width - Right);
        var svg = Begin(height, plot.Title);
        foreach (var mark in across.Marks)
        {
            Line(svg, across.At(mark), Top, across.At(mark), height - Bottom);
            Text(svg, across.At(mark), height - Bottom + 16, FigureLine.Number(mark), "middle");
        }

        Text(svg, (Names + Width - Right) / 2, height - 8, plot.Unit, "middle");
        foreach (var (bar, row) in plot.Bars.Select((bar, row) => (bar, row)))
        {
            Text(svg, Names - 6, Top + (row * Row) + 17, bar.Name, "end");
            var sum = 0d;
            foreach (var (part, value) in bar.Parts)
            {
                var (from, to) = (across.At(sum), across.At(sum += Math.Max(0, value)));
                svg.Append(CultureInfo.InvariantCulture,
                    $"<rect class=\"f c{parts.IndexOf(part) % Colours}\" x=\"{from:0.#}\" y=\"{Top + (row * Row) + 4:0.#}\" width=\"{to - from:0.#}\" height=\"{Row - 8:0.#}\"><title>{Encode(part)}: {FigureLine.Number(value)} {Encode(plot.Unit)}</title></rect>");
            }
        }

        return svg.Append("</svg>").Append(Legend(parts)).ToString();
    }

    private static StringBuilder Begin(double height, string title) =>
        new StringBuilder().Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{Encode(title)}\">");

    private static void Line(StringBuilder svg, double x1, double y1, double x2, double y2) =>
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"g\" x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"/>");

    private static void Text(StringBuilder svg, double x, double y, string text, string anchor) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Encode(text)}</text>");

    private static string Legend(IEnumerable<string> names) =>
        $"<p class=\"legend\">{string.Concat(names.Select((name, index) => $"<span><i class=\"c{index % Colours}\"></i>{Encode(name)}</span>"))}</p>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
