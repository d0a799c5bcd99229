namespace Integration.Run.Bench.Report;

/// <summary>Lines over one axis.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Across">Name of the horizontal axis.</param>
/// <param name="Up">Name of the vertical axis.</param>
/// <param name="Series">Name → points from left to right.</param>
/// <param name="IsLogarithmic">The horizontal axis in powers of ten.</param>
internal sealed record LinePlot(string Title, string Across, string Up, IReadOnlyList<(string Name, IReadOnlyList<(double X, double Y)> Points)> Series, bool IsLogarithmic = false)
    : Plot(Title);
