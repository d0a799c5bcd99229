using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Integration.LocalServers.Processes;

/// <summary>Other processes of this machine, by id.</summary>
internal static class UnixProcess
{
    private const int NotPermitted = 1;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Whether the process exists and still runs; one that has ended and only waits to be collected does not count.</summary>
    public static bool IsAlive(int processId)
    {
        if (processId <= 0)
            return false;
        if (kill(processId, (int)UnixSignal.None) != 0 && Marshal.GetLastPInvokeError() != NotPermitted)
            return false;
        return !OperatingSystem.IsLinux() || ProcStat.Of(processId) is { HasEnded: false };
    }

    /// <summary>Sends a signal; a process that is already gone is no error.</summary>
    public static void Signal(int processId, UnixSignal signal)
    {
        // 0 and negative numbers address whole groups: never what is meant here.
        ArgumentOutOfRangeException.ThrowIfLessThan(processId, 2);
        if (kill(processId, (int)signal) != 0 && Marshal.GetLastPInvokeError() == NotPermitted)
            throw new ServerFailedException($"No permission to send {signal} to process {processId}.");
    }

    /// <summary>Children, their children and so on. Empty where there is no /proc; there the workers notice their parent's end themselves.</summary>
    public static IReadOnlyList<int> DescendantsOf(int processId)
    {
        if (!OperatingSystem.IsLinux())
            return [];

        var children = ProcStat.All().ToLookup(stat => stat.Parent, stat => stat.Id);
        List<int> found = [.. children[processId]];
        for (var i = 0; i < found.Count; i++)
            found.AddRange(children[found[i]]);
        return found;
    }

    /// <summary>The command line, its arguments joined by blanks; empty when the process is gone.</summary>
    public static async Task<string> CommandLineAsync(int processId, CancellationToken cancellationToken)
    {
        if (!IsAlive(processId))
            return "";
        if (!OperatingSystem.IsLinux())
        {
            var id = processId.ToString(CultureInfo.InvariantCulture);
            var ps = await Command.RunAsync(new Command("ps", ["-o", "command=", "-p", id]), cancellationToken).ConfigureAwait(false);
            return ps.Output.Trim();
        }

        try
        {
            var raw = await File.ReadAllTextAsync($"/proc/{processId}/cmdline", cancellationToken).ConfigureAwait(false);
            return raw.Replace('\0', ' ').Trim();
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>Waits until none of the processes is left; false when the deadline came first.</summary>
    public static async Task<bool> EndedAsync(IReadOnlyCollection<int> processIds, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (processIds.Any(IsAlive))
        {
            if (waited.Elapsed > deadline)
                return false;
            await Task.Delay(PollInterval, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int processId, int signal);
}
