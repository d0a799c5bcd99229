namespace Integration.Console.Alerts;

/// <summary>Where alerts go besides the log. Configuration section <c>alerts</c>.</summary>
public sealed class AlertOptions
{
    /// <summary>Address of the webhook, or null for the log alone. HTTPS, or plain HTTP to loopback.</summary>
    public Uri? Webhook { get; set; }

    /// <summary>Name of the secret that signs the webhook after Standard Webhooks (<c>whsec_…</c>).</summary>
    public string Secret { get; set; } = "alert-webhook";
}
