using Integration.Console.Connections;
using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integration.Console.Alerts;

/// <summary>Turns what happened into alerts: to the log at once, to the webhook through the outbox, so that none is lost and none is sent for work rolled back.</summary>
internal sealed class AlertOutbox(IOutbox outbox, IOptions<AlertOptions> options, ILogger<AlertOutbox> log)
{
    /// <summary>The console's own queue of webhook deliveries.</summary>
    public const string Queue = "console.alerts";

    public Task AttentionAsync(IUnit unit, AttentionRaised raised, CancellationToken ct) => SendAsync(
        unit, new AlertMessage("attention.raised", raised.Number, $"{raised.Class}: {string.Join(" ", raised.Reasons.Select(reason => reason.Message))}", raised.At), ct);

    public Task ConnectionAsync(IUnit unit, ConnectionState? before, ConnectionReported now, CancellationToken ct) =>
        before?.State == now.State || (before is null && now.State == "open")
            ? Task.CompletedTask
            : SendAsync(unit, new AlertMessage($"connection.{now.State}", now.Connection, now.Reason.Length > 0 ? now.Reason : "Open again.", now.At), ct);

    private async Task SendAsync(IUnit unit, AlertMessage alert, CancellationToken ct)
    {
        unit.AfterCommit(() => log.LogWarning("Alert {Type} for {Subject}: {Text}", alert.Type, alert.Subject, alert.Text));
        if (options.Value.Webhook is not null) await outbox.EnqueueAsync(unit, Queue, alert, ct);
    }
}
