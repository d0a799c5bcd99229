using Integration.Platform.Database;
using Integration.Platform.Messaging;
using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integration.Console.Alerts;

/// <summary>Delivers alerts to their channels. A receiver that does not take one is asked again, ever more rarely, for a day.</summary>
internal sealed class AlertConsumer(
    AlertChannels channels, NoticeDesk notices, IDatabase database, IInbox inbox, IOutbox outbox, IOptions<AlertOptions> options, TimeProvider clock, ILogger<AlertConsumer> log)
    : IConsumer<AlertMessage>
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    public async Task Consume(ConsumeContext<AlertMessage> context)
    {
        var (receipt, alert, ct) = (Receipt.From(context), context.Message, context.CancellationToken);
        if (await database.ReadAsync((unit, token) => inbox.WasTakenAsync(unit, receipt, token), ct)) return;
        var delivered = await channels.DeliverAsync(alert, ct);
        await database.TransactAsync(async (unit, token) =>
        {
            if (!await inbox.TakeAsync(unit, receipt, token)) return;
            if (delivered)
            {
                if (alert.Rule is not null) await notices.DeliveredAsync(unit, alert, token);
                return;
            }

            var age = clock.GetUtcNow() - alert.Since;
            if (age > options.Value.GiveUpAfter)
            {
                log.LogError("Alert {Type} for {Subject} was not taken by {Channel} and is given up; it stands in the console only.", alert.Type, alert.Subject, alert.Channel);
                if (alert.Rule is not null) await notices.GivenUpAsync(unit, alert, token);
                return;
            }

            await outbox.EnqueueAsync(unit, AlertOutbox.Queue, alert, token, new OutboxSend { DueAt = clock.GetUtcNow() + Pause(age) });
        }, ct);
    }

    private TimeSpan Pause(TimeSpan age) =>
        age < options.Value.RetryAfter ? options.Value.RetryAfter : age < LongestPause ? age : LongestPause;
}
