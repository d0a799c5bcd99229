using System.Globalization;
using Integration.Run.Bench.Systems;

namespace Integration.Run.Bench;

/// <summary>What the operating system accounts to a process. Linux only (<c>/proc</c>).</summary>
/// <param name="CpuSeconds">User and system time so far.</param>
/// <param name="ResidentMegabytes">Resident memory now.</param>
internal readonly record struct ProcessUsage(double CpuSeconds, double ResidentMegabytes)
{
    public static ProcessUsage Of(int processId)
    {
        var resident = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return new ProcessUsage(ProcessTicks.Of(processId).Own / ProcessTicks.PerSecond, double.Parse(resident.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024);
    }
}
