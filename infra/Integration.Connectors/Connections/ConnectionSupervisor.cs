using Integration.Connectors.Backfills;
using Integration.Connectors.Flows;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Platform.Database;
using Integration.Platform.Leases;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integration.Connectors.Connections;

/// <summary>Runs a host for every connection whose kind this service knows, and follows changes of the pair files.</summary>
internal sealed class ConnectionSupervisor(
    PairCatalog catalog, IEnumerable<IConnectorFactory> factories, IEnumerable<ILaneHalves> lanes, ConnectorShelf shelf, ILeases leases, IQueueHost queues,
    IDatabase database, IInbox inbox, ConnectionHolds holds, LaneGuard guard, BackfillMarks marks, ConnectionReports reports, IOptions<ConnectionOptions> options, TimeProvider time, ILoggerFactory loggers) : BackgroundService
{
    private static readonly TimeSpan Follow = TimeSpan.FromSeconds(2);

    private readonly ILogger _log = loggers.CreateLogger<ConnectionSupervisor>();
    private readonly Dictionary<string, Running> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConnectionDefinition> _refused = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FollowAsync(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(Follow, time, stoppingToken);
                // Another service in this process may have read the files first, so what changed is seen by comparing, not by asking.
                catalog.Refresh();
                await FollowAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
        finally
        {
            foreach (var running in _running.Values) await running.StopAsync();
        }
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        var kinds = factories.Select(factory => factory.Kind).ToHashSet(StringComparer.Ordinal);
        var wanted = catalog.Pairs.SelectMany(pair => new[] { pair.Storefront, pair.Erp })
            .Where(connection => kinds.Contains(connection.Kind))
            .DistinctBy(connection => connection.Name)
            .ToDictionary(connection => connection.Name, StringComparer.Ordinal);
        foreach (var (name, running) in _running.ToList())
        {
            if (wanted.TryGetValue(name, out var definition) && running.Serves(definition, PairsOf(name))) continue;
            await running.StopAsync();
            _running.Remove(name);
        }

        foreach (var definition in wanted.Values)
        {
            if (_running.ContainsKey(definition.Name)) continue;
            // What was refused is tried again when its description changes, and told once.
            if (_refused.TryGetValue(definition.Name, out var refused) && SameConnection.Instance.Equals(refused, definition)) continue;
            if (Start(definition, ct) is { } running) _running.Add(definition.Name, running);
            else _refused[definition.Name] = definition;
        }
    }

    private Running? Start(ConnectionDefinition definition, CancellationToken ct)
    {
        try
        {
            var connected = new Connected(definition, shelf.Of(definition), new ConnectionGate(time), catalog);
            var host = new ConnectionHost(
                connected, [.. lanes.SelectMany(lane => lane.Of(connected))], leases, queues, database, inbox, holds, guard, marks, reports, options.Value, time,
                loggers.CreateLogger<ConnectionHost>());
            var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
            return new Running(definition, PairsOf(definition.Name), stop, Task.Run(() => host.RunAsync(stop.Token), CancellationToken.None));
        }
        catch (PairFileException problem)
        {
            _log.LogError("Connection {Connection} disabled. {Problem}", definition.Name, problem.Message);
            return null;
        }
    }

    // What the lanes build their queues and sweeps from; modes, rules and lookups are read afresh each time.
    private string PairsOf(string connection) => string.Join('\n', catalog.Pairs
        .Where(pair => pair.Storefront.Name == connection || pair.Erp.Name == connection)
        .Select(pair => $"{pair.Name}|{pair.From:O}|{pair.Sweeps}|{pair.Storefront.Name}|{pair.Erp.Name}"));

    private sealed record Running(ConnectionDefinition Definition, string Pairs, CancellationTokenSource Stop, Task Work)
    {
        public bool Serves(ConnectionDefinition definition, string pairs) =>
            SameConnection.Instance.Equals(Definition, definition) && Pairs == pairs;

        public async Task StopAsync()
        {
            await Stop.CancelAsync();
            await Work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Stop.Dispose();
        }
    }
}
