using Integration.Console.Attention;
using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Microsoft.Extensions.Options;

namespace Integration.Console.Alerts;

/// <summary>Sends the notices of rules to the channels they name. A channel that is not there, or takes nothing for long, is an entry of the attention list.</summary>
internal sealed class NoticeDesk(AlertOutbox alerts, IOptions<AlertOptions> options, TimeProvider clock)
{
    private const string Entity = "channel";

    /// <summary>Sends one notice on its ways.</summary>
    public async Task TakeAsync(IUnit unit, NoticeRaised notice, CancellationToken ct)
    {
        string[] usual = options.Value.Webhook is null ? [AlertOptions.LogChannel] : [AlertOptions.LogChannel, AlertOptions.WebhookChannel];
        foreach (var channel in notice.Channels.Count > 0 ? notice.Channels.Distinct(StringComparer.Ordinal) : usual)
        {
            if (options.Value.Find(channel) is not null)
            {
                await alerts.NoticeAsync(unit, notice, channel, ct);
                continue;
            }

            await RaiseAsync(unit, notice.Pair, channel, $"Rule '{notice.Rule}' names the channel '{channel}', which is not configured.",
                $"Configure Alerts:Channels:{channel}, or correct the rule in the pair's flow document. What was not told stands in the orders' timelines.", ct);
        }
    }

    /// <summary>A channel took no notice for so long that one was given up.</summary>
    public Task GivenUpAsync(IUnit unit, AlertMessage alert, CancellationToken ct) => RaiseAsync(
        unit, alert.Pair, alert.Channel, $"The channel '{alert.Channel}' has taken nothing since {alert.Since:u}; a notice of rule '{alert.Rule}' was given up.",
        $"Look at Alerts:Channels:{alert.Channel} and at the receiver. What was not told stands in the orders' timelines.", ct);

    /// <summary>A channel took a notice.</summary>
    public Task DeliveredAsync(IUnit unit, AlertMessage alert, CancellationToken ct) => AttentionStore.ClearAsync(
        unit, new AttentionCleared(alert.Pair, Entity, alert.Channel, AttentionClasses.NoticeUndelivered, "The channel takes notices.", clock.GetUtcNow()), ct);

    private async Task RaiseAsync(IUnit unit, string pair, string channel, string reason, string advice, CancellationToken ct)
    {
        var raised = new AttentionRaised
        {
            Pair = pair,
            Lane = "orders",
            Entity = Entity,
            RecordId = channel,
            Number = channel,
            Class = AttentionClasses.NoticeUndelivered,
            Reasons = [new Reason(channel, reason)],
            Advice = advice,
            At = clock.GetUtcNow(),
        };
        if (await AttentionStore.RaiseAsync(unit, raised, ct)) await alerts.AttentionAsync(unit, raised, ct);
    }
}
