using System.Globalization;

namespace Integration.Run.Bench.Systems;

/// <summary>What <c>/proc/PID/stat</c> says of a process. Linux only.</summary>
/// <param name="Parent">Id of the process that started it.</param>
/// <param name="Own">Its own user and system time, in ticks.</param>
/// <param name="Collected">That of its children that ended and were collected.</param>
internal readonly record struct ProcessTicks(int Parent, long Own, long Collected)
{
    /// <summary>sysconf(_SC_CLK_TCK) is 100 on every Linux that .NET supports.</summary>
    public const double PerSecond = 100;

    /// <exception cref="IOException">There is no such process.</exception>
    public static ProcessTicks Of(int processId)
    {
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        // The command name in parentheses may hold spaces; the fields are counted after it.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return new ProcessTicks((int)Number(1), Number(11) + Number(12), Number(13) + Number(14));

        long Number(int field) => long.Parse(fields[field], CultureInfo.InvariantCulture);
    }
}
