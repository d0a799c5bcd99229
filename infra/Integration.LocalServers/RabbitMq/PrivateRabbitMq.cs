using System.Net.Sockets;
using Integration.LocalServers.Installation;
using Integration.LocalServers.Processes;

namespace Integration.LocalServers.RabbitMq;

/// <summary>
/// A RabbitMQ broker of our own with the management plugin, on free ports of 127.0.0.1. A first start takes 8 to
/// 16 seconds, a stop in good order about 6.
/// </summary>
public sealed class PrivateRabbitMq : PrivateServer
{
    private const int StartTries = 3;

    private readonly RabbitMqInstallation _installation;
    private readonly RabbitMqFolder _folder;
    private RabbitMqNode _node;

    private PrivateRabbitMq(PrivateServerOptions options, RabbitMqInstallation installation, RabbitMqNode node)
        : base(options, "RabbitMQ")
    {
        _installation = installation;
        _folder = new RabbitMqFolder(options.DataFolder);
        _node = node;
        Management = Connect(node);
    }

    /// <summary>AMQP port on 127.0.0.1.</summary>
    public int AmqpPort => _node.AmqpPort;

    /// <summary>The administrator's address of the virtual host <c>/</c>. It contains the password.</summary>
    public Uri Amqp => AmqpOf("/", _node.Administrator, _node.Password);

    /// <summary>The management interface, as the administrator.</summary>
    public RabbitMqManagement Management { get; private set; }

    private protected override UnixSignal StopSignal => UnixSignal.Terminate;

    private protected override UnixSignal DiscardSignal => UnixSignal.Kill;

    /// <summary>
    /// Starts a broker in the folder, or takes over the one that already runs there, and returns when it accepts
    /// AMQP connections and management requests.
    /// </summary>
    /// <param name="options">Folder and manner.</param>
    /// <param name="cancellationToken">Gives up waiting; a process already started is ended by its guard or the next start.</param>
    /// <exception cref="ServerFailedException">RabbitMQ is not installed, or did not become ready in time.</exception>
    public static async Task<PrivateRabbitMq> StartAsync(PrivateServerOptions options, CancellationToken cancellationToken)
    {
        options = options with { DataFolder = Path.GetFullPath(options.DataFolder) };
        var servers = await InstalledServers.FindAsync(cancellationToken).ConfigureAwait(false);
        var installation = servers.RabbitMq ?? throw new ServerFailedException(servers.Describe());
        var folder = new RabbitMqFolder(options.DataFolder);
        var node = await SavedState.LoadAsync<RabbitMqNode>(folder.State, cancellationToken).ConfigureAwait(false) ?? RabbitMqNode.Create();

        var broker = new PrivateRabbitMq(options, installation, node);
        if (!await broker.TakeOverAsync(cancellationToken).ConfigureAwait(false))
            await broker.FirstLaunchAsync(cancellationToken).ConfigureAwait(false);
        return broker;
    }

    /// <summary>Address of a virtual host for an account. It contains the password: not for logs.</summary>
    /// <param name="virtualHost">Plain name; <c>/</c> is the default one.</param>
    /// <param name="user">Account name.</param>
    /// <param name="password">The account's password.</param>
    public Uri AmqpOf(string virtualHost, string user, string password) =>
        new($"amqp://{Uri.EscapeDataString(user)}:{Uri.EscapeDataString(password)}@127.0.0.1:{AmqpPort}/{Uri.EscapeDataString(virtualHost)}");

    /// <summary>
    /// Returns when every quorum queue that exists by now would survive <see cref="PrivateServer.KillAsync"/>. RabbitMQ
    /// itself confirms a new queue up to a second earlier than that; see <see cref="QuorumDirectory"/>. Call it in tests
    /// between declaring queues and killing the broker.
    /// </summary>
    /// <exception cref="ServerFailedException">Not within 30 seconds.</exception>
    public async Task QueuesOnDiskAsync(CancellationToken cancellationToken)
    {
        var problem = await Readiness.WaitAsync(
            ProcessId, TimeSpan.FromSeconds(30), token => QuorumDirectory.IsCompleteAsync(_folder.QuorumQueues, token), cancellationToken).ConfigureAwait(false);
        if (problem is not null)
            throw new ServerFailedException($"RabbitMQ's new queues are not on its disk: {problem}.");
    }

    private protected override async Task LaunchAsync(CancellationToken cancellationToken)
    {
        if (await TryLaunchAsync(cancellationToken).ConfigureAwait(false) is { } problem)
            throw new ServerFailedException($"RabbitMQ did not start: {problem}. {Tail()}");
    }

    private protected override Task AfterStopAsync(CancellationToken cancellationToken) => Mapper().StopAsync(cancellationToken);

    private async Task<bool> TakeOverAsync(CancellationToken cancellationToken)
    {
        if (await ProcessIdFile.ReadAsync(_folder.ProcessId, cancellationToken).ConfigureAwait(false) is not { } id)
            return false;
        var commandLine = await UnixProcess.CommandLineAsync(id, cancellationToken).ConfigureAwait(false);
        if (!commandLine.Contains(_node.Identity, StringComparison.Ordinal))
            return false;

        ProcessId = id;
        GuardAgainstOrphans(id);
        // It may have been starting or stopping when it was found: then it is ended and started anew.
        if (await Readiness.WaitAsync(id, Options.StartDeadline, IsReadyAsync, cancellationToken).ConfigureAwait(false) is null)
            return true;
        await KillAsync(cancellationToken).ConfigureAwait(false);
        return false;
    }

    /// <summary>Ports that were free when chosen may be taken by the time the broker wants them: then others are tried.</summary>
    private async Task FirstLaunchAsync(CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            if (!_node.PortsAreFree)
                MoveTo(_node.OnFreshPorts());
            if (await TryLaunchAsync(cancellationToken).ConfigureAwait(false) is not { } problem)
                return;
            await KillAsync(cancellationToken).ConfigureAwait(false);
            await AfterStopAsync(cancellationToken).ConfigureAwait(false);
            if (tries == StartTries || _node.PortsAreFree)
                throw new ServerFailedException($"RabbitMQ did not start: {problem}. {Tail()}");
        }
    }

    private void MoveTo(RabbitMqNode node)
    {
        _node = node;
        Management.Dispose();
        Management = Connect(node);
    }

    private async Task<string?> TryLaunchAsync(CancellationToken cancellationToken)
    {
        _folder.Create();
        await SavedState.SaveAsync(_folder.State, _node, cancellationToken).ConfigureAwait(false);
        await SavedState.WriteSecretAsync(_folder.Configuration, RabbitMqConfiguration.Text(_node), cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(_folder.Plugins, RabbitMqConfiguration.Plugins, cancellationToken).ConfigureAwait(false);

        if (await Mapper().StartAsync(cancellationToken).ConfigureAwait(false) is { } mapper)
            GuardAgainstOrphans(mapper);
        ProcessId = BackgroundProgram.Start(_installation.Server, [], RabbitMqConfiguration.Environment(_node, _folder), _folder.Console);
        GuardAgainstOrphans(ProcessId);
        return await Readiness.WaitAsync(ProcessId, Options.StartDeadline, IsReadyAsync, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync("127.0.0.1", AmqpPort, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            return false;
        }

        return await Management.AnswersAsync(cancellationToken).ConfigureAwait(false);
    }

    private PortMapper Mapper() => new(_installation.PortMapper, _folder, _node.PortMapperPort);

    private string Tail() => LogTail.Of(_folder.BrokerLog, _folder.Console);

    private static RabbitMqManagement Connect(RabbitMqNode node) =>
        new(new Uri($"http://127.0.0.1:{node.ManagementPort}/"), node.Administrator, node.Password);
}
