using System.Security.Cryptography;
using System.Text;
using Integration.LocalServers.Installation;
using Integration.LocalServers.Processes;

namespace Integration.LocalServers.Postgres;

/// <summary>The files of one private PostgreSQL: the cluster itself lives in a folder that its account can reach.</summary>
internal sealed class PostgresCluster
{
    private const string OutsideRoot = "/var/lib/integration-postgres";

    private readonly PostgresInstallation _installation;
    private readonly PostgresAccount _account;

    private PostgresCluster(PostgresInstallation installation, PostgresAccount account, string home)
    {
        _installation = installation;
        _account = account;
        Home = home;
    }

    /// <summary>Folder of the account's own: <c>data</c>, <c>log</c>.</summary>
    public string Home { get; }

    public string Files => Path.Combine(Home, "data");

    public string Log => Path.Combine(Home, "log");

    public string ProcessIdFile => Path.Combine(Files, "postmaster.pid");

    public bool Exists => File.Exists(Path.Combine(Files, "PG_VERSION"));

    /// <summary>
    /// Inside the data folder when PostgreSQL's account can get there; else, as with a checkout below /root, in a
    /// folder under /var/lib whose name is made of the data folder's path, so that every start finds it again.
    /// </summary>
    public static async Task<PostgresCluster> InAsync(PostgresInstallation installation, string dataFolder, CancellationToken cancellationToken)
    {
        var account = await PostgresAccount.ChooseAsync(cancellationToken).ConfigureAwait(false);
        var inside = Path.Combine(dataFolder, "cluster");
        Directory.CreateDirectory(inside);
        await account.OwnAsync(inside, cancellationToken).ConfigureAwait(false);
        if (await account.CanUseAsync(inside, cancellationToken).ConfigureAwait(false))
            return new PostgresCluster(installation, account, inside);

        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)))[..16];
        var outside = Path.Combine(OutsideRoot, name);
        Directory.CreateDirectory(outside);
        await account.OwnAsync(outside, cancellationToken).ConfigureAwait(false);
        return new PostgresCluster(installation, account, outside);
    }

    /// <summary>Makes an empty cluster whose superuser can enter by password only, even from this machine.</summary>
    public async Task CreateAsync(PostgresNode node, bool fast, CancellationToken cancellationToken)
    {
        // Made beside its place and moved there when whole, so that a first start that is cut off leaves no half cluster.
        var unfinished = Files + ".new";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);

        var passwordFile = Path.Combine(Home, "password");
        await SavedState.WriteSecretAsync(passwordFile, node.Password, cancellationToken).ConfigureAwait(false);
        await _account.OwnAsync(passwordFile, cancellationToken).ConfigureAwait(false);
        List<string> arguments =
        [
            "-D", unfinished, "-U", node.Superuser, "--auth=scram-sha-256", $"--pwfile={passwordFile}", "--encoding=UTF8",
            OperatingSystem.IsLinux() ? "--locale=C.UTF-8" : "--locale=C",
        ];
        if (fast)
            arguments.Add("--no-sync");
        var words = _account.Starting(_installation.Program("initdb"), arguments);
        var made = await Command.RunAsync(
            new Command(words[0], [.. words.Skip(1)]) { Deadline = TimeSpan.FromSeconds(90) }, cancellationToken).ConfigureAwait(false);
        File.Delete(passwordFile);
        if (!made.Succeeded)
            throw new ServerFailedException($"PostgreSQL's initdb failed in {Home}:\n{made.Error.Trim()}");
        Directory.Move(unfinished, Files);
    }

    /// <summary>Starts the server; returns the process started, which is PostgreSQL or the runuser that holds it.</summary>
    public int Launch(PostgresNode node, bool fast)
    {
        List<string> settings =
        [
            "-D", Files, "-p", FormattableString.Invariant($"{node.Port}"), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
            "-c", "max_connections=200",
        ];
        if (fast)
            settings.AddRange(["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]);
        var words = _account.Starting(_installation.Program("postgres"), settings);
        return BackgroundProgram.Start(words[0], words.Skip(1), new Dictionary<string, string>(), Log);
    }

    public void Delete()
    {
        if (Directory.Exists(Home))
            Directory.Delete(Home, recursive: true);
    }
}
