using Integration.LocalServers.Processes;

namespace Integration.LocalServers.Installation;

/// <summary>An installed PostgreSQL server with its programs.</summary>
/// <param name="Programs">Folder that holds <c>postgres</c>, <c>initdb</c>, <c>pg_isready</c> and <c>psql</c>.</param>
internal sealed record PostgresInstallation(string Programs)
{
    private static readonly string[] Needed = ["postgres", "initdb", "pg_isready", "psql"];

    private static readonly string[] Roots = ["/usr/lib/postgresql", "/usr/local/lib/postgresql", "/opt/homebrew/opt"];

    public string Program(string name) => Path.Combine(Programs, name);

    public static async Task<PostgresInstallation?> FindAsync(CancellationToken cancellationToken)
    {
        List<string> candidates = [];
        if (ProgramSearch.OnPath("pg_config") is { } config)
        {
            var asked = await Command.RunAsync(new Command(config, ["--bindir"]), cancellationToken).ConfigureAwait(false);
            candidates.Add(asked.Output.Trim());
        }

        if (ProgramSearch.OnPath("postgres") is { } postgres)
            candidates.Add(Path.GetDirectoryName(postgres)!);
        // Debian and its kin keep one folder per version, none of it on the PATH.
        candidates.AddRange(Roots.SelectMany(root => ProgramSearch.Versioned(root, "*", "bin/postgres")).Select(found => Path.GetDirectoryName(found)!));
        return candidates.Where(IsComplete).Select(folder => new PostgresInstallation(folder)).FirstOrDefault();
    }

    private static bool IsComplete(string folder) => folder.Length > 0 && Needed.All(name => File.Exists(Path.Combine(folder, name)));
}
