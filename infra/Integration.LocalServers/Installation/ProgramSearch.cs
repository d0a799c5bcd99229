namespace Integration.LocalServers.Installation;

/// <summary>Finds programs of this machine.</summary>
internal static class ProgramSearch
{
    // Often not on the PATH of an ordinary user, yet home of runuser and rabbitmq-server.
    private static readonly string[] SystemFolders = ["/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/bin", "/bin", "/opt/homebrew/bin", "/opt/homebrew/sbin"];

    public static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(SystemFolders)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>
    /// Files <c>root/versioned-folder/rest</c>, the highest version first: <c>15</c> before <c>9.6</c>,
    /// <c>rabbitmq_server-3.10.8</c> before <c>rabbitmq_server-3.9.1</c>.
    /// </summary>
    public static IEnumerable<string> Versioned(string root, string pattern, string rest) =>
        Directory.Exists(root)
            ? Directory.EnumerateDirectories(root, pattern)
                .OrderByDescending(VersionOf)
                .Select(folder => Path.Combine(folder, rest))
                .Where(File.Exists)
            : [];

    private static Version VersionOf(string folder)
    {
        var name = Path.GetFileName(folder);
        var number = name[(name.LastIndexOf('-') + 1)..];
        return Version.TryParse(number.Contains('.', StringComparison.Ordinal) ? number : number + ".0", out var version) ? version : new Version();
    }
}
