using Integration.Run.Bench.Report;

namespace Integration.Run.Bench;

/// <summary>The figures of one bench: they are its JSON, and say what table and page show of them.</summary>
internal interface IBenchFigures
{
    /// <summary>Rows of the table.</summary>
    IEnumerable<FigureLine> Lines();

    /// <summary>Plots of the page.</summary>
    IEnumerable<Plot> Plots() => [];
}
