namespace Integration.Console.Alerts;

/// <summary>Where alerts and the notices of rules go besides the log. Configuration section <c>Alerts</c>.</summary>
public sealed class AlertOptions
{
    /// <summary>Name of the channel that writes to the log.</summary>
    public const string LogChannel = "log";

    /// <summary>Name of the channel that is <see cref="Webhook"/>.</summary>
    public const string WebhookChannel = "webhook";

    /// <summary>Address of the webhook, or null for the log alone. HTTPS, or plain HTTP to loopback.</summary>
    public Uri? Webhook { get; set; }

    /// <summary>Name of the secret that signs the webhook after Standard Webhooks (<c>whsec_</c> and base64 of 24 to 64 bytes).</summary>
    public string Secret { get; set; } = "alert-webhook";

    /// <summary>True when webhooks may have link-local addresses, or names that lead to this machine. Default false.</summary>
    public bool LocalAddresses { get; set; }

    /// <summary>Further channels by name, for rules of flow documents. <c>log</c> and <c>webhook</c> are there by themselves.</summary>
    public IDictionary<string, ChannelOptions> Channels { get; } = new Dictionary<string, ChannelOptions>(StringComparer.Ordinal);

    /// <summary>The console's address as its readers reach it, for links in notices; null for notices without one.</summary>
    public Uri? ConsoleUrl { get; set; }

    /// <summary>Pause after the first failed delivery; later pauses are as long as the alert is old, at most half an hour. Default 10 seconds.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>An alert that was not taken for so long is given up. Default one day.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The channel of that name, or null when there is none.</summary>
    public ChannelOptions? Find(string name) => name switch
    {
        LogChannel => new ChannelOptions { Kind = ChannelKind.Log },
        WebhookChannel => Webhook is null ? null : new ChannelOptions { Kind = ChannelKind.Webhook, Url = Webhook, Secret = Secret },
        _ => Channels.TryGetValue(name, out var channel) ? channel : null,
    };
}
