using Integration.Console.Connections;
using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integration.Console.Alerts;

/// <summary>Turns what happened into alerts: to the log at once, to channels through the outbox, so that none is lost and none is sent for work rolled back.</summary>
internal sealed class AlertOutbox(IOutbox outbox, IOptions<AlertOptions> options, TimeProvider clock, ILogger<AlertOutbox> log)
{
    /// <summary>The console's own queue of deliveries.</summary>
    public const string Queue = "console.alerts";

    /// <summary>An entry is new on the attention list.</summary>
    public Task AttentionAsync(IUnit unit, AttentionRaised raised, CancellationToken ct) => SendAsync(
        unit, "attention.raised", raised.Number, $"{raised.Class}: {string.Join(" ", raised.Reasons.Select(reason => reason.Message))}", raised.Pair, raised.At, ct);

    /// <summary>A connection changed. Not when it is denied: that comes as an attention entry, and one alert is enough.</summary>
    public Task ConnectionAsync(IUnit unit, ConnectionState? before, ConnectionReported now, CancellationToken ct) =>
        before?.State == now.State || before?.At > now.At || (before is null && now.State == "open") || now.State == "denied"
            ? Task.CompletedTask
            : SendAsync(unit, $"connection.{now.State}", now.Connection, now.Reason.Length > 0 ? now.Reason : "Open again.", "", now.At, ct);

    /// <summary>A rule wants somebody told, on one channel that is known.</summary>
    public Task NoticeAsync(IUnit unit, NoticeRaised notice, string channel, CancellationToken ct) => outbox.EnqueueAsync(unit, Queue, new AlertMessage(
        Guid.CreateVersion7(), "rule.notice", notice.Number, notice.Reason, notice.Pair, notice.At, clock.GetUtcNow(), channel, notice.Rule, notice.Version, LinkTo(notice)), ct);

    private Uri? LinkTo(NoticeRaised notice) => options.Value.ConsoleUrl is { } console
        ? new Uri(console, $"#{string.Join('/', new[] { notice.Pair, notice.Entity, notice.RecordId }.Select(Uri.EscapeDataString))}")
        : null;

    private async Task SendAsync(IUnit unit, string type, string subject, string text, string pair, DateTimeOffset at, CancellationToken ct)
    {
        unit.AfterCommit(() => log.LogWarning("Alert {Type} for {Subject}: {Text}", type, subject, text));
        if (options.Value.Webhook is not null)
        {
            await outbox.EnqueueAsync(unit, Queue, new AlertMessage(Guid.CreateVersion7(), type, subject, text, pair, at, clock.GetUtcNow()), ct);
        }
    }
}
