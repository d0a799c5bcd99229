using System.Globalization;

namespace Integration.LocalServers.Processes;

/// <summary>
/// A small shell beside a server that ends the server when the process that needed it is gone, even by SIGKILL,
/// when nothing of ours can run any more. The shell itself ends with whichever of the two ends first.
/// </summary>
internal static class OrphanGuard
{
    private const string Script = """
        while kill -0 "$1" 2>/dev/null && kill -0 "$2" 2>/dev/null; do sleep 1; done
        kill -TERM "$2" 2>/dev/null || exit 0
        n=0
        while kill -0 "$2" 2>/dev/null && [ "$n" -lt 5 ]; do sleep 1; n=$((n + 1)); done
        kill -KILL "$2" 2>/dev/null
        exit 0
        """;

    /// <summary>Returns the guard's own process id.</summary>
    public static int Watch(int parent, int server) =>
        BackgroundProgram.Start("/bin/sh", ["-c", Script, "guard", Text(parent), Text(server)], new Dictionary<string, string>(), "/dev/null");

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
