using Integration.Contracts.Operations;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Connections;

/// <summary>Tells the console how a connection stands; one alert when it is denied, cleared when it is open again.</summary>
internal sealed class ConnectionReports(IDatabase database, IOutbox outbox, TimeProvider time, ILogger<ConnectionReports> log)
{
    /// <summary>Sends the stand; <paramref name="before"/> is null for a heartbeat.</summary>
    public async Task SendAsync(string connection, GateStand stand, GateStand? before, string owner, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var state = stand.State.ToString().ToLowerInvariant();
        try
        {
            await database.TransactAsync(
                async (unit, token) =>
                {
                    await outbox.EnqueueAsync(unit, Queues.Console, new ConnectionReported(connection, state, stand.Reason, stand.ResumesAt, owner, now), token);
                    if (stand.State == GateState.Denied && before is { State: not GateState.Denied }) await AlertAsync(unit, connection, stand, now, token);
                    if (stand.State == GateState.Open && before is { State: not GateState.Open })
                    {
                        await outbox.EnqueueAsync(unit, Queues.Console,
                            new AttentionCleared("", "connection", connection, AttentionClasses.ConnectionDenied, "The connection is open again.", now), token);
                    }
                },
                ct);
        }
        catch (Exception failure) when (database.IsTransient(failure))
        {
            // The next heartbeat says the same.
            log.LogWarning("The state of connection {Connection} could not be reported: {Reason}", connection, failure.Message);
        }

        if (before is not null) log.LogInformation("Connection {Connection} is {State}. {Reason}", connection, state, stand.Reason);
    }

    private Task<Guid> AlertAsync(IUnit unit, string connection, GateStand stand, DateTimeOffset now, CancellationToken ct) =>
        outbox.EnqueueAsync(unit, Queues.Console, new AttentionRaised
        {
            Pair = "",
            Lane = "connection",
            Entity = "connection",
            RecordId = connection,
            Number = connection,
            Class = AttentionClasses.ConnectionDenied,
            Reasons = [new Reason("", stand.Reason)],
            Advice = "Mend the key, permission or licence, then resume the connection. No record is lost: its queues hold.",
            Retry = new RetryMessage(Queues.Connection(connection), MessageTypes.NameOf(typeof(PauseConnection)),
                System.Text.Json.JsonSerializer.Serialize(
                    new PauseConnection(connection, false, "console", "Retry from the attention list."), Contracts.Serialization.ContractsJson.Options)),
            At = now,
        }, ct);
}
