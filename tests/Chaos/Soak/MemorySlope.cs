using System.Diagnostics;

namespace Integration.Tests.Chaos.Soak;

/// <summary>How fast the memory of processes grows: the least-squares line through samples of their resident size.</summary>
internal sealed class MemorySlope
{
    private readonly Dictionary<string, List<(double Minute, double Megabytes)>> _samples = [];

    /// <summary>Takes one sample of each process.</summary>
    /// <param name="processes">Name → process id.</param>
    /// <param name="at">Time since the beginning.</param>
    public void Take(IReadOnlyDictionary<string, int> processes, TimeSpan at)
    {
        foreach (var (name, id) in processes)
        {
            using var process = Process.GetProcessById(id);
            if (!_samples.TryGetValue(name, out var samples)) _samples[name] = samples = [];
            samples.Add((at.TotalMinutes, process.WorkingSet64 / 1048576.0));
        }
    }

    /// <summary>Name → megabytes that it grows in a minute, and its last size.</summary>
    public IReadOnlyDictionary<string, (double PerMinute, double Last)> Slopes => _samples.ToDictionary(process => process.Key, process => (Slope(process.Value), process.Value[^1].Megabytes));

    internal static double Slope(IReadOnlyList<(double X, double Y)> samples)
    {
        var (x, y) = (samples.Average(sample => sample.X), samples.Average(sample => sample.Y));
        var width = samples.Sum(sample => (sample.X - x) * (sample.X - x));
        return width == 0 ? 0 : samples.Sum(sample => (sample.X - x) * (sample.Y - y)) / width;
    }
}
