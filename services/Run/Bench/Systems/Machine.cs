using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Integration.Run.Bench.Systems;

/// <summary>Where and when it was measured. Holds no name of the machine.</summary>
internal sealed record Machine
{
    [JsonPropertyName("measuredAt")]
    public required DateTimeOffset MeasuredAt { get; init; }

    [JsonPropertyName("processors")]
    public required int Processors { get; init; }

    [JsonPropertyName("model")]
    public required string Model { get; init; }

    [JsonPropertyName("gigabytes")]
    public required double Gigabytes { get; init; }

    [JsonPropertyName("system")]
    public required string System { get; init; }

    [JsonPropertyName("runtime")]
    public required string Runtime { get; init; }

    /// <summary>Load averages of 1, 5 and 15 minutes before the first bench: above 0, others use the machine.</summary>
    [JsonPropertyName("loadBefore")]
    public required IReadOnlyList<double> LoadBefore { get; init; }

    public static Machine Now(TimeProvider time) => new()
    {
        MeasuredAt = time.GetUtcNow(),
        Processors = Environment.ProcessorCount,
        Model = Line("/proc/cpuinfo", "model name") ?? "unknown",
        Gigabytes = Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024d / 1024 / 1024, 1),
        System = RuntimeInformation.OSDescription,
        Runtime = RuntimeInformation.FrameworkDescription,
        LoadBefore = File.Exists("/proc/loadavg")
            ? [.. File.ReadAllText("/proc/loadavg").Split(' ').Take(3).Select(load => double.Parse(load, CultureInfo.InvariantCulture))] : [],
    };

    private static string? Line(string file, string name) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim() : null;
}
