namespace Integration.LocalServers.Installation;

/// <summary>An installed RabbitMQ.</summary>
/// <param name="Server">
/// The real <c>rabbitmq-server</c> script in <c>rabbitmq_server-*/sbin</c>; Debian's program of that name on the
/// PATH is a wrapper that changes to the account <c>rabbitmq</c> and its own folders.
/// </param>
/// <param name="PortMapper">Erlang's <c>epmd</c>, which lets Erlang nodes find each other.</param>
internal sealed record RabbitMqInstallation(string Server, string PortMapper)
{
    private const string Script = "sbin/rabbitmq-server";
    private const string Folder = "rabbitmq_server-*";

    private static readonly string[] Roots =
        ["/usr/lib/rabbitmq/lib", "/usr/local/lib/rabbitmq/lib", "/usr/local/lib", "/opt", "/opt/rabbitmq/lib"];

    private static readonly string[] ErlangRoots = ["/usr/lib/erlang", "/usr/local/lib/erlang"];

    public static RabbitMqInstallation? Find() =>
        FindServer() is { } server && FindPortMapper() is { } portMapper ? new RabbitMqInstallation(server, portMapper) : null;

    private static string? FindServer() =>
        Roots.SelectMany(root => ProgramSearch.Versioned(root, Folder, Script)).FirstOrDefault() ?? BehindPath();

    /// <summary>Other packages link the program on the PATH to the real script; Debian's wrapper is not such a link.</summary>
    private static string? BehindPath()
    {
        if (ProgramSearch.OnPath("rabbitmq-server") is not { } found)
            return null;
        var real = new FileInfo(found).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? found;
        return File.Exists(Path.Combine(Path.GetDirectoryName(real)!, "rabbitmq-env")) ? real : null;
    }

    private static string? FindPortMapper() =>
        ProgramSearch.OnPath("epmd")
        ?? ErlangRoots.SelectMany(root => ProgramSearch.Versioned(root, "erts-*", "bin/epmd")).FirstOrDefault();
}
