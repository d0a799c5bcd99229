namespace Integration.Run.Bench.Report;

/// <summary>One bar per row, made of named parts.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Unit">Unit of the parts.</param>
/// <param name="Bars">Name of the row → its parts.</param>
internal sealed record BarPlot(string Title, string Unit, IReadOnlyList<(string Name, IReadOnlyList<(string Part, double Value)> Parts)> Bars) : Plot(Title);
