namespace Integration.Console.Alerts;

/// <summary>Where alerts go besides the log. Configuration section <c>Alerts</c>.</summary>
public sealed class AlertOptions
{
    /// <summary>Address of the webhook, or null for the log alone. HTTPS, or plain HTTP to loopback.</summary>
    public Uri? Webhook { get; set; }

    /// <summary>Name of the secret that signs the webhook after Standard Webhooks (<c>whsec_</c> and base64 of 24 to 64 bytes).</summary>
    public string Secret { get; set; } = "alert-webhook";

    /// <summary>Pause after the first failed delivery; later pauses are as long as the alert is old, at most half an hour. Default 10 seconds.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>An alert that was not taken for so long is given up. Default one day.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);
}
