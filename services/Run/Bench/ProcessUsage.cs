using System.Globalization;

namespace Integration.Run.Bench;

/// <summary>What the operating system accounts to a process. Linux only (<c>/proc</c>).</summary>
/// <param name="CpuSeconds">User and system time so far.</param>
/// <param name="ResidentMegabytes">Resident memory now.</param>
internal readonly record struct ProcessUsage(double CpuSeconds, double ResidentMegabytes)
{
    // sysconf(_SC_CLK_TCK) is 100 on every Linux that .NET supports.
    private const double TicksPerSecond = 100;

    public static ProcessUsage Of(int processId)
    {
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        // The command name in parentheses may hold spaces; the fields are counted after it.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        var resident = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return new ProcessUsage(ticks / TicksPerSecond, double.Parse(resident.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024);
    }
}
