using System.Diagnostics;
using System.Globalization;

namespace Integration.Platform.Faults;

/// <summary>
/// Named places where a test may kill the process, as if by SIGKILL: set <c>INTEGRATION_ENVIRONMENT=Test</c> and
/// <c>INTEGRATION_CRASH_AT=NAME</c> or <c>NAME:N</c> (the N-th hit). Anywhere else a hit costs one null check.
/// </summary>
public static class CrashPoints
{
    private static readonly Armed? Point = Read(
        Environment.GetEnvironmentVariable("INTEGRATION_ENVIRONMENT"), Environment.GetEnvironmentVariable("INTEGRATION_CRASH_AT"));

    /// <summary>Dies here if this point is armed.</summary>
    public static void Hit(string name)
    {
        if (Point is not null && Point.IsDue(name))
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    internal static Armed? Read(string? environment, string? setting)
    {
        if (environment != "Test" || string.IsNullOrEmpty(setting))
        {
            return null;
        }

        var split = setting.LastIndexOf(':');
        return split > 0 && int.TryParse(setting.AsSpan(split + 1), CultureInfo.InvariantCulture, out var hit)
            ? new Armed(setting[..split], hit)
            : new Armed(setting, 1);
    }

    internal sealed class Armed(string name, int hit)
    {
        private int _hits;

        public bool IsDue(string reached) => reached == name && Interlocked.Increment(ref _hits) == hit;
    }
}
