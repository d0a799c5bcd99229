using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Secrets;
using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integration.Console.Alerts;

/// <summary>Delivers alerts to the webhook, signed after Standard Webhooks. A receiver that does not take one is asked again later, for a day.</summary>
internal sealed class AlertConsumer(
    IHttpClientFactory clients, IDatabase database, IInbox inbox, IOutbox outbox, ISecrets secrets, IOptions<AlertOptions> options, TimeProvider clock, ILogger<AlertConsumer> log)
    : IConsumer<AlertMessage>
{
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    public async Task Consume(ConsumeContext<AlertMessage> context)
    {
        var receipt = Receipt.From(context);
        var ct = context.CancellationToken;
        var delivered = options.Value.Webhook is not { } url || await PostAsync(url, receipt.MessageId, context.Message, ct);
        await database.TransactAsync(async (unit, token) =>
        {
            if (!await inbox.TakeAsync(unit, receipt, token) || delivered) return;
            if (clock.GetUtcNow() - context.Message.At > GiveUpAfter)
            {
                log.LogError("Alert {Type} for {Subject} was not taken by the webhook for a day; it stands in the console only.", context.Message.Type, context.Message.Subject);
                return;
            }

            await outbox.EnqueueAsync(unit, AlertOutbox.Queue, context.Message, token, new OutboxSend { DueAt = clock.GetUtcNow() + TimeSpan.FromMinutes(1) });
        }, ct);
    }

    private async Task<bool> PostAsync(Uri url, Guid id, AlertMessage alert, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(alert, ContractsJson.Options);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", id.ToString());
        request.Headers.Add("webhook-timestamp", timestamp);
        if (secrets.Get(options.Value.Secret) is { } secret)
        {
            var key = Convert.FromBase64String(secret.StartsWith("whsec_", StringComparison.Ordinal) ? secret["whsec_".Length..] : secret);
            byte[] signed = [.. Encoding.ASCII.GetBytes($"{id}.{timestamp}."), .. body];
            request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}");
        }

        try
        {
            using var response = await clients.CreateClient(nameof(AlertConsumer)).SendAsync(request, ct);
            if (response.IsSuccessStatusCode) return true;
            log.LogWarning("The alert webhook answered {Status}; the alert is sent again in a minute.", (int)response.StatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            log.LogWarning("The alert webhook could not be reached ({Failure}); the alert is sent again in a minute.", failure.GetType().Name);
        }

        return false;
    }
}
