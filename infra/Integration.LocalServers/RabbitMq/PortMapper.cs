using System.Globalization;
using Integration.LocalServers.Processes;

namespace Integration.LocalServers.RabbitMq;

/// <summary>
/// The broker's own <c>epmd</c>. Started by us, not by Erlang, so that its process id is known and ending it can
/// never hit the one that other Erlang programs of this machine share.
/// </summary>
internal sealed class PortMapper(string program, RabbitMqFolder folder, int port)
{
    /// <summary>Starts it unless it runs; the id of a new process, or null when the one of an earlier start goes on.</summary>
    public async Task<int?> StartAsync(CancellationToken cancellationToken)
    {
        if (await RunningAsync(cancellationToken).ConfigureAwait(false) is not null)
            return null;

        var environment = new Dictionary<string, string> { ["ERL_EPMD_ADDRESS"] = "127.0.0.1" };
        var id = BackgroundProgram.Start(program, ["-port", Port, "-address", "127.0.0.1"], environment, folder.In("epmd.log"));
        await File.WriteAllTextAsync(folder.PortMapperId, id.ToString(CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
        return id;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (await RunningAsync(cancellationToken).ConfigureAwait(false) is not { } id)
            return;
        UnixProcess.Signal(id, UnixSignal.Kill);
        await UnixProcess.EndedAsync([id], TimeSpan.FromSeconds(5), cancellationToken).ConfigureAwait(false);
    }

    private string Port => port.ToString(CultureInfo.InvariantCulture);

    private async Task<int?> RunningAsync(CancellationToken cancellationToken)
    {
        if (await ProcessIdFile.ReadAsync(folder.PortMapperId, cancellationToken).ConfigureAwait(false) is not { } id)
            return null;
        var commandLine = await UnixProcess.CommandLineAsync(id, cancellationToken).ConfigureAwait(false);
        return commandLine.Contains($"-port {Port} ", StringComparison.Ordinal) ? id : null;
    }
}
