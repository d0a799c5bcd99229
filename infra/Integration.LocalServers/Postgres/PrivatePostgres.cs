using System.Globalization;
using Integration.LocalServers.Installation;
using Integration.LocalServers.Processes;

namespace Integration.LocalServers.Postgres;

/// <summary>A PostgreSQL server of our own on a free port of 127.0.0.1. A first start takes 2 to 6 seconds, later ones under one.</summary>
public sealed class PrivatePostgres : PrivateServer
{
    private const int StartTries = 3;

    private readonly PostgresInstallation _installation;
    private readonly PostgresCluster _cluster;
    private PostgresNode _node;

    private PrivatePostgres(PrivateServerOptions options, PostgresInstallation installation, PostgresCluster cluster, PostgresNode node)
        : base(options, "PostgreSQL")
    {
        _installation = installation;
        _cluster = cluster;
        _node = node;
    }

    /// <summary>TCP port on 127.0.0.1.</summary>
    public int Port => _node.Port;

    /// <summary>The superuser's connection string (Npgsql's format) for the database <c>postgres</c>. It contains the password.</summary>
    public string AdministratorConnection => ConnectionOf("postgres", _node.Superuser);

    internal string Files => _cluster.Files;

    private protected override UnixSignal StopSignal => UnixSignal.Interrupt;

    private protected override UnixSignal DiscardSignal => UnixSignal.Quit;

    /// <summary>Starts a server in the folder, or takes over the one that already runs there, and returns when it answers.</summary>
    /// <param name="options">Folder and manner.</param>
    /// <param name="cancellationToken">Gives up waiting; a process already started is ended by its guard or the next start.</param>
    /// <exception cref="ServerFailedException">PostgreSQL is not installed, or did not become ready in time.</exception>
    public static async Task<PrivatePostgres> StartAsync(PrivateServerOptions options, CancellationToken cancellationToken)
    {
        options = options with { DataFolder = Path.GetFullPath(options.DataFolder) };
        var servers = await InstalledServers.FindAsync(cancellationToken).ConfigureAwait(false);
        var installation = servers.Postgres ?? throw new ServerFailedException(servers.Describe());
        Directory.CreateDirectory(options.DataFolder);
        var cluster = await PostgresCluster.InAsync(installation, options.DataFolder, cancellationToken).ConfigureAwait(false);
        var node = await SavedState.LoadAsync<PostgresNode>(StateFile(options), cancellationToken).ConfigureAwait(false);
        if (node is null && cluster.Exists)
            throw new ServerFailedException($"{cluster.Files} holds a database, but {StateFile(options)} with its password is missing.");

        var server = new PrivatePostgres(options, installation, cluster, node ?? PostgresNode.Create());
        if (!await server.TakeOverAsync(cancellationToken).ConfigureAwait(false))
            await server.FirstLaunchAsync(cancellationToken).ConfigureAwait(false);
        return server;
    }

    /// <summary>
    /// Creates a role that may log in and a database that it owns, and that no other ordinary role may enter; what
    /// exists already is kept. Returns the owner's connection string, the same one on every start.
    /// </summary>
    /// <param name="name">Database name.</param>
    /// <param name="owner">Role name.</param>
    /// <param name="cancellationToken">Cancels the call; it may be repeated.</param>
    public async Task<string> CreateDatabaseAsync(string name, string owner, CancellationToken cancellationToken)
    {
        // \gexec runs the statement that the query returns, or none: SQL itself has no CREATE DATABASE IF NOT EXISTS.
        await ExecuteAsync($"""
            SELECT format('CREATE ROLE %I', {Literal(owner)}) WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {Literal(owner)}) \gexec
            SELECT format('ALTER ROLE %I LOGIN PASSWORD %L', {Literal(owner)}, {Literal(_node.PasswordOf(owner))}) \gexec
            SELECT format('CREATE DATABASE %I OWNER %I', {Literal(name)}, {Literal(owner)}) WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = {Literal(name)}) \gexec
            SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', {Literal(name)}) \gexec
            """, cancellationToken).ConfigureAwait(false);
        return ConnectionOf(name, owner);
    }

    /// <summary>Drops a database, ending its connections; no error when there is none.</summary>
    public Task DropDatabaseAsync(string name, CancellationToken cancellationToken) =>
        ExecuteAsync($"SELECT format('DROP DATABASE IF EXISTS %I WITH (FORCE)', {Literal(name)}) \\gexec", cancellationToken);

    /// <summary>Connection string (Npgsql's format) of a role made by <see cref="CreateDatabaseAsync"/>. It contains the password: not for logs.</summary>
    public string ConnectionOf(string database, string role) =>
        $"Host=127.0.0.1;Port={Port};Database={Quoted(database)};Username={Quoted(role)};Password={_node.PasswordOf(role)}";

    private protected override async Task LaunchAsync(CancellationToken cancellationToken)
    {
        if (await TryLaunchAsync(cancellationToken).ConfigureAwait(false) is { } problem)
            throw new ServerFailedException($"PostgreSQL did not start: {problem}. {LogTail.Of(_cluster.Log)}");
    }

    private protected override void DeleteFiles()
    {
        _cluster.Delete();
        base.DeleteFiles();
    }

    private async Task<bool> TakeOverAsync(CancellationToken cancellationToken)
    {
        if (await ServerIdAsync(cancellationToken).ConfigureAwait(false) is not { } id)
            return false;
        ProcessId = id;
        GuardAgainstOrphans(id);
        if (await Readiness.WaitAsync(id, Options.StartDeadline, IsReadyAsync, cancellationToken).ConfigureAwait(false) is null)
            return true;
        await KillAsync(cancellationToken).ConfigureAwait(false);
        return false;
    }

    /// <summary>A port that was free when chosen may be taken by the time the server wants it: then another is tried.</summary>
    private async Task FirstLaunchAsync(CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            if (!LoopbackPorts.IsFree(Port))
                _node = _node with { Port = LoopbackPorts.Free(1)[0] };
            await SavedState.SaveAsync(StateFile(Options), _node, cancellationToken).ConfigureAwait(false);
            if (!_cluster.Exists)
                await _cluster.CreateAsync(_node, Options.Fast, cancellationToken).ConfigureAwait(false);
            if (await TryLaunchAsync(cancellationToken).ConfigureAwait(false) is not { } problem)
                return;
            await KillAsync(cancellationToken).ConfigureAwait(false);
            if (tries == StartTries || LoopbackPorts.IsFree(Port))
                throw new ServerFailedException($"PostgreSQL did not start: {problem}. {LogTail.Of(_cluster.Log)}");
        }
    }

    private async Task<string?> TryLaunchAsync(CancellationToken cancellationToken)
    {
        ProcessId = _cluster.Launch(_node, Options.Fast);
        GuardAgainstOrphans(ProcessId);
        var problem = await Readiness.WaitAsync(ProcessId, Options.StartDeadline, IsReadyAsync, cancellationToken).ConfigureAwait(false);
        if (problem is null)
            ProcessId = await ServerIdAsync(cancellationToken).ConfigureAwait(false) ?? ProcessId;
        return problem;
    }

    /// <summary>The server behind postmaster.pid, if that file is not a leftover; its command line names its folder.</summary>
    private async Task<int?> ServerIdAsync(CancellationToken cancellationToken)
    {
        if (await ProcessIdFile.ReadAsync(_cluster.ProcessIdFile, cancellationToken).ConfigureAwait(false) is not { } id)
            return null;
        var commandLine = await UnixProcess.CommandLineAsync(id, cancellationToken).ConfigureAwait(false);
        return commandLine.Contains(_cluster.Files, StringComparison.Ordinal) ? id : null;
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        var port = Port.ToString(CultureInfo.InvariantCulture);
        var ask = new Command(_installation.Program("pg_isready"), ["-q", "-h", "127.0.0.1", "-p", port, "-t", "3"]);
        var asked = await Command.RunAsync(ask, cancellationToken).ConfigureAwait(false);
        return asked.Succeeded && await ServerIdAsync(cancellationToken).ConfigureAwait(false) is not null;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        List<string> arguments = ["-X", "-q", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", _node.Superuser, "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-f", "-"];
        var psql = new Command(_installation.Program("psql"), arguments)
        {
            Environment = new Dictionary<string, string> { ["PGPASSWORD"] = _node.Password },
            Input = sql + "\n",
        };
        var result = await Command.RunAsync(psql, cancellationToken).ConfigureAwait(false);
        if (!result.Succeeded)
            throw new ServerFailedException($"PostgreSQL refused: {result.Error.Trim()}");
    }

    private static string StateFile(PrivateServerOptions options) => Path.Combine(options.DataFolder, "postgres.json");

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Connection strings take a value with semicolons and the like in double quotes, doubling those inside.</summary>
    private static string Quoted(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
