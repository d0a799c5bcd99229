namespace Integration.Run.Bench.Report;

/// <summary>One axis: values to places on the drawing, and where its marks stand.</summary>
internal sealed class Scale
{
    private static readonly double[] Steps = [1, 2, 5, 10];
    private readonly double _from;
    private readonly double _to;
    private readonly double _start;
    private readonly double _end;
    private readonly bool _isLogarithmic;

    /// <param name="smallest">Smallest value shown; above 0 where the axis is logarithmic.</param>
    /// <param name="largest">Largest value shown.</param>
    /// <param name="start">Place of the smallest.</param>
    /// <param name="end">Place of the largest.</param>
    /// <param name="isLogarithmic">Whether equal distances are equal factors.</param>
    public Scale(double smallest, double largest, double start, double end, bool isLogarithmic = false)
    {
        _isLogarithmic = isLogarithmic;
        (_start, _end) = (start, end);
        Marks = isLogarithmic ? Powers(smallest, largest) : Even(largest);
        (_from, _to) = isLogarithmic ? (Math.Log10(Marks[0]), Math.Log10(Marks[^1])) : (0, Marks[^1]);
    }

    public IReadOnlyList<double> Marks { get; }

    public double At(double value)
    {
        var place = _isLogarithmic ? Math.Log10(Math.Max(value, 1e-9)) : value;
        return _start + ((place - _from) / (_to - _from) * (_end - _start));
    }

    private static List<double> Powers(double smallest, double largest)
    {
        var (first, last) = (Math.Floor(Math.Log10(smallest)), Math.Ceiling(Math.Log10(largest)));
        return [.. Enumerable.Range((int)first, (int)Math.Max(1, last - first) + 1).Select(power => Math.Pow(10, power))];
    }

    private static List<double> Even(double largest)
    {
        var rough = Math.Max(largest, 1e-6) / 5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = Steps.Select(factor => factor * power).First(step => step >= rough);
        return [.. Enumerable.Range(0, (int)Math.Ceiling(largest / step) + 1).Select(mark => mark * step)];
    }
}
