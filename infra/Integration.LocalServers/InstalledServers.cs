using Integration.LocalServers.Installation;
using Integration.LocalServers.Processes;

namespace Integration.LocalServers;

/// <summary>Which servers this machine has the programs for.</summary>
public sealed class InstalledServers
{
    private const string Packages = "rabbitmq-server postgresql";

    internal InstalledServers(RabbitMqInstallation? rabbitMq, PostgresInstallation? postgres)
    {
        RabbitMq = rabbitMq;
        Postgres = postgres;
    }

    /// <summary>The command that installs both on Debian and Ubuntu, for a person to type.</summary>
    public static string InstallCommand { get; } = $"sudo apt-get update && sudo apt-get install --no-install-recommends {Packages}";

    /// <summary>Whether a RabbitMQ server with its Erlang is installed.</summary>
    public bool HasRabbitMq => RabbitMq is not null;

    /// <summary>Whether a PostgreSQL server is installed.</summary>
    public bool HasPostgres => Postgres is not null;

    /// <summary>Whether nothing is missing.</summary>
    public bool Complete => HasRabbitMq && HasPostgres;

    internal RabbitMqInstallation? RabbitMq { get; }

    internal PostgresInstallation? Postgres { get; }

    /// <summary>Looks on the PATH and in the folders where the usual packages put the servers. Finds nothing on Windows.</summary>
    public static async Task<InstalledServers> FindAsync(CancellationToken cancellationToken) =>
        OperatingSystem.IsWindows()
            ? new InstalledServers(null, null)
            : new InstalledServers(RabbitMqInstallation.Find(), await PostgresInstallation.FindAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>What is there, what is missing and what to do about it, in plain words; several lines.</summary>
    public string Describe()
    {
        List<string> lines =
        [
            HasRabbitMq ? $"RabbitMQ: {RabbitMq!.Server}" : "RabbitMQ is not installed (looked for rabbitmq_server-*/sbin/rabbitmq-server and Erlang's epmd).",
            HasPostgres ? $"PostgreSQL: {Postgres!.Programs}" : "PostgreSQL is not installed (looked at pg_config --bindir, the PATH and /usr/lib/postgresql/*/bin).",
        ];
        if (!Complete)
            lines.Add(Advice());
        return string.Join('\n', lines);
    }

    /// <summary>
    /// Installs the Debian packages of both servers when we may (root, with apt-get); returns what is installed then.
    /// Takes about half a minute.
    /// </summary>
    /// <param name="progress">Told in one line what is about to happen.</param>
    /// <param name="cancellationToken">Gives up waiting; a package half installed is finished by the next try.</param>
    /// <exception cref="ServerFailedException">Not allowed or not possible here, with the command to type; or apt-get failed, with its words.</exception>
    public static async Task<InstalledServers> InstallAsync(Action<string> progress, CancellationToken cancellationToken)
    {
        var found = await FindAsync(cancellationToken).ConfigureAwait(false);
        if (found.Complete)
            return found;
        if (!Environment.IsPrivilegedProcess || ProgramSearch.OnPath("apt-get") is not { } apt)
            throw new ServerFailedException(found.Describe());

        progress($"Installing {Packages} with apt-get …");
        await AptAsync(apt, ["update"], cancellationToken).ConfigureAwait(false);
        await AptAsync(apt, ["install", "--yes", "--no-install-recommends", .. Packages.Split(' ')], cancellationToken).ConfigureAwait(false);
        return await FindAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string Advice() => OperatingSystem.IsWindows()
        ? "Private servers are started on Linux and macOS only. Name running ones instead: --broker amqp://… --database Host=…"
        : $"Install what is missing, on Debian or Ubuntu with:  {InstallCommand}\nOr name running servers: --broker amqp://… --database Host=… "
            + "(tests: INTEGRATION_TEST_AMQP, INTEGRATION_TEST_AMQP_MANAGEMENT, INTEGRATION_TEST_POSTGRES).";

    private static async Task AptAsync(string apt, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var command = new Command(apt, ["-o", "DPkg::Lock::Timeout=300", .. arguments])
        {
            Environment = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" },
            Deadline = TimeSpan.FromMinutes(10),
        };
        var result = await Command.RunAsync(command, cancellationToken).ConfigureAwait(false);
        if (!result.Succeeded)
            throw new ServerFailedException($"apt-get {arguments[0]} failed:\n{result.Error.Trim()}\nTo try by hand:  {InstallCommand}");
    }
}
