using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Integration.Contracts.Serialization;
using Integration.Platform.Secrets;
using Microsoft.Extensions.Logging;

namespace Integration.Console.Alerts;

/// <summary>Posts one alert, signed. The body is <c>{"type","timestamp","data":{"subject","text","pair"}}</c>, with <c>rule</c>, <c>version</c> and <c>link</c> in the data of a notice.</summary>
internal sealed class AlertWebhook(IHttpClientFactory clients, ISecrets secrets, TimeProvider clock, ILogger<AlertWebhook> log)
{
    /// <summary>True when the receiver took it.</summary>
    public async Task<bool> PostAsync(Uri url, string secret, AlertMessage alert, CancellationToken ct)
    {
        if (AlertSignature.KeyOf(secrets.Get(secret)) is not { } key)
        {
            log.LogError("The secret {Secret} that signs alerts is missing or malformed; the alert is sent when it is there again.", secret);
            return false;
        }

        using var request = Request(url, alert, key);
        try
        {
            using var response = await clients.CreateClient(nameof(AlertWebhook)).SendAsync(request, ct);
            if (response.IsSuccessStatusCode) return true;
            log.LogWarning("The alert webhook answered {Status}; the alert is sent again later.", (int)response.StatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            log.LogWarning("The alert webhook could not be reached ({Failure}); the alert is sent again later.", failure.GetType().Name);
        }

        return false;
    }

    private HttpRequestMessage Request(Uri url, AlertMessage alert, byte[] key)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { alert.Type, Timestamp = alert.At, Data = new { alert.Subject, alert.Text, alert.Pair, alert.Rule, alert.Version, alert.Link } }, ContractsJson.Options);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", alert.Id.ToString());
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", AlertSignature.Of(key, alert.Id.ToString(), timestamp, body));
        return request;
    }
}
