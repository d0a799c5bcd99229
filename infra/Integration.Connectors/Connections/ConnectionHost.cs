using Integration.Connectors.Backfills;
using Integration.Connectors.Flows;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Leases;
using Integration.Platform.Messaging;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Connections;

/// <summary>
/// Holds one connection: leases it (one replica at a time), probes it, connects the lanes' queues and runs their loops while its gate is
/// open or pauses for a few seconds only, stops them while it is not.
/// </summary>
internal sealed class ConnectionHost(
    Connected connected, IReadOnlyList<LaneHalf> halves, ILeases leases, IQueueHost queues, IDatabase database, IInbox inbox,
    ConnectionHolds holds, LaneGuard guard, BackfillMarks marks, ConnectionReports reports, ConnectionOptions options, TimeProvider time, ILogger<ConnectionHost> log)
{
    private static readonly TimeSpan LeaseAsk = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private ConnectionGate Gate => connected.Gate;

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var lease = await leases.TryAcquireAsync($"connection:{connected.Name}", options.Lease, ct);
                if (lease is null)
                {
                    await Task.Delay(LeaseAsk, time, ct);
                    continue;
                }

                connected.Epoch = lease.Epoch;
                using var held = CancellationTokenSource.CreateLinkedTokenSource(ct, lease.Lost);
                await HoldAsync(lease.Owner, held.Token);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (OperationCanceledException)
            {
                log.LogWarning("Connection {Connection} lost its lease", connected.Name);
            }
#pragma warning disable CA1031 // A connection is never given up: database or broker may be away. Logged, then begun anew.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                log.LogError(failure, "Connection {Connection} could not be held and starts again", connected.Name);
                await Task.Delay(AfterFailure, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task HoldAsync(string owner, CancellationToken ct)
    {
        await using var commands = await queues.ConnectAsync(
            new QueueDefinition { Name = Queues.Connection(connected.Name), Prefetch = 4, Concurrency = 1 },
            (endpoint, _) =>
            {
                endpoint.Handler<PauseConnection>(CommandAsync);
                endpoint.Handler<ResumeLane>(ResumeAsync);
            },
            ct);
        if (await holds.FindAsync(connected.Name, ct) is { } hold) Gate.Stop(hold.Operator, hold.Reason);
        var healthy = Gate.IsOpen && await ProbeAsync(ct);
        GateStand? told = null;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var change = Gate.Change;
            var stand = Gate.Stand;
            if (stand != told) await reports.SendAsync(connected.Name, stand, told ?? GateStand.Open, owner, ct);
            told = stand;
            if (stand.State == GateState.Open)
            {
                if (!healthy) healthy = await ProbeAsync(ct);
                if (Gate.IsOpen) await ServeAsync(owner, ct);
            }
            else
            {
                await WaitAsync(stand, change, owner, ct);
            }
        }
    }

    private async Task<bool> ProbeAsync(CancellationToken ct)
    {
        var findings = connected.Pairs.Any(pair => pair.Mode == PairMode.Live)
            ? await connected.Connector.ProbeAsync(ct)
            : await connected.Connector.ProbeReadingAsync(ct);
        foreach (var finding in findings.Where(finding => finding.Level is ProbeLevel.Failed or ProbeLevel.Warning))
        {
            log.LogWarning("Connection {Connection}, {Check}: {Message} {Fix}", connected.Name, finding.Check, finding.Message, finding.Fix);
        }

        return findings.All(finding => finding.Level != ProbeLevel.Failed);
    }

    private async Task ServeAsync(string owner, CancellationToken ct)
    {
        using var open = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var handles = new List<IQueueHandle>();
        var loops = new List<Task>();
        try
        {
            foreach (var queue in halves.SelectMany(half => half.Queues).Where(queue => queue.Gate is null))
            {
                handles.Add(await queues.ConnectAsync(queue.Queue, (endpoint, _) => Configure(queue, endpoint), ct));
            }

            var gated = halves.SelectMany(half => half.Queues).Where(queue => queue.Gate is not null)
                .Select(queue => new LaneLoop($"queue {queue.Queue.Name}", token => FollowAsync(queue, queue.Gate!, token)));
            loops.AddRange(halves.SelectMany(half => half.Loops).Concat(gated).Select(loop => KeepRunningAsync(loop, open.Token)));
            // Through a pause of seconds queues and loops stay connected: stopping them waits for every call under way, which at a few pauses a minute is most of the time.
            while (Gate.Change is var change && await Gate.OpensSoonAsync(ct) && !ct.IsCancellationRequested)
            {
                if (await Task.WhenAny(change, Task.Delay(Heartbeat, time, ct)) != change && !ct.IsCancellationRequested)
                {
                    await reports.SendAsync(connected.Name, Gate.Stand, null, owner, ct);
                }
            }
        }
        finally
        {
            await open.CancelAsync();
            await Task.WhenAll(loops);
            await Task.WhenAll(handles.Select(handle => handle.StopAsync(CancellationToken.None)));
        }
    }

    private void Configure(LaneQueue queue, IReceiveEndpointConfigurator endpoint)
    {
        queue.Configure(endpoint);
        marks.Pass(endpoint);
    }

    private async Task FollowAsync(LaneQueue queue, LaneGate gate, CancellationToken ct)
    {
        while (true)
        {
            while (gate.Change is var opening && !gate.IsOpen) await opening.WaitAsync(ct);
            await using var handle = await queues.ConnectAsync(queue.Queue, (endpoint, _) => Configure(queue, endpoint), ct);
            while (gate.Change is var closing && gate.IsOpen) await closing.WaitAsync(ct);
            log.LogWarning("Queue {Queue} of connection {Connection} holds what comes: its lane is paused", queue.Queue.Name, connected.Name);
        }
    }

    // A loop that fails must not take the other lanes down, and must not end unseen.
    private async Task KeepRunningAsync(LaneLoop loop, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await loop.RunAsync(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Logged with everything known, then run again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                log.LogError(failure, "{Loop} of connection {Connection} failed and starts again", loop.Name, connected.Name);
                await Task.Delay(AfterFailure, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WaitAsync(GateStand stand, Task change, string owner, CancellationToken ct)
    {
        var left = stand.ResumesAt - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            if (stand.State == GateState.Paused || await ProbeAsync(ct)) Gate.Resume();
            else Gate.StillDenied(stand.Reason);
            return;
        }

        var pause = left is { } known && known < Heartbeat ? known : Heartbeat;
        if (await Task.WhenAny(change, Task.Delay(pause, time, ct)) != change && pause == Heartbeat && !ct.IsCancellationRequested)
        {
            await reports.SendAsync(connected.Name, stand, null, owner, ct);
        }
    }

    private async Task CommandAsync(ConsumeContext<PauseConnection> context)
    {
        var command = context.Message;
        var taken = await database.TransactAsync(
            async (unit, token) =>
            {
                if (!await inbox.TakeAsync(unit, Receipt.From(context), token)) return false;
                await holds.StoreAsync(unit, command, token);
                return true;
            },
            context.CancellationToken);
        if (!taken) return;
        if (command.Paused) Gate.Stop(command.Operator, command.Reason);
        else Gate.Start();
    }

    private Task ResumeAsync(ConsumeContext<ResumeLane> context) => database.TransactAsync(
        async (unit, token) =>
        {
            var command = context.Message;
            if (!await inbox.TakeAsync(unit, Receipt.From(context), token)) return;
            await guard.ResumeAsync(
                unit, new LaneKey(command.Pair, command.Lane, command.Half), $"Resumed by {command.Operator}.", Queues.Connection(connected.Name), token);
        },
        context.CancellationToken);
}
