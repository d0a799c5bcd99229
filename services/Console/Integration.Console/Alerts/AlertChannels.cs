using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integration.Console.Alerts;

/// <summary>Delivers an alert on the channel that it names.</summary>
internal sealed class AlertChannels(AlertWebhook webhook, AlertMail mail, IOptions<AlertOptions> options, ILogger<AlertChannels> log)
{
    /// <summary>True when it was taken, or when the channel is no longer there.</summary>
    public async Task<bool> DeliverAsync(AlertMessage alert, CancellationToken ct)
    {
        switch (options.Value.Find(alert.Channel))
        {
            case { Kind: ChannelKind.Webhook, Url: { } url, Secret: var secret }:
                return await webhook.PostAsync(url, secret, alert, ct);
            case { Kind: ChannelKind.Smtp } server:
                return await mail.SendAsync(server, alert, ct);
            case { Kind: ChannelKind.Log }:
                log.LogWarning("Notice of rule {Rule} for order {Subject} of {Pair}: {Text}", alert.Rule, alert.Subject, alert.Pair, alert.Text);
                return true;
            default:
                log.LogWarning("Alert {Type} for {Subject} waited for the channel {Channel}, which is not configured any more.", alert.Type, alert.Subject, alert.Channel);
                return true;
        }
    }
}
