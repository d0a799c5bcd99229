using System.Diagnostics;
using Integration.LocalServers.Installation;

namespace Integration.LocalServers.Processes;

/// <summary>Starts a program that goes on by itself: in its own session, reading nothing, writing to a log file.</summary>
internal static class BackgroundProgram
{
    /// <summary>
    /// Returns the process id of the program itself. Our own output pipes are not handed on, so whoever waits for
    /// their end does not wait for the server. A Ctrl-C at our terminal does not reach the program either.
    /// </summary>
    public static int Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string log)
    {
        List<string> shell = ["-c", "log=$1; shift; exec \"$@\" </dev/null >>\"$log\" 2>&1", "sh", log];
        if (ProgramSearch.OnPath("setsid") is { } setsid)
            shell.Add(setsid);
        shell.Add(program);
        shell.AddRange(arguments);

        var start = new ProcessStartInfo("/bin/sh", shell) { WorkingDirectory = "/" };
        CleanEnvironment.Apply(start, environment);
        using var process = Process.Start(start) ?? throw new ServerFailedException($"{program} did not start.");
        return process.Id;
    }
}
