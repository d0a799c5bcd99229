namespace Integration.Console.Alerts;

/// <summary>One channel that rules of flow documents name. Configuration section <c>Alerts:Channels:NAME</c>.</summary>
public sealed class ChannelOptions
{
    /// <summary>How it delivers.</summary>
    public ChannelKind? Kind { get; set; }

    /// <summary>Webhook: its address. HTTPS, or plain HTTP to loopback.</summary>
    public Uri? Url { get; set; }

    /// <summary>Webhook: name of the secret that signs after Standard Webhooks (<c>whsec_</c> and base64 of 24 to 64 bytes).</summary>
    public string Secret { get; set; } = "";

    /// <summary>Mail: the server.</summary>
    public string Host { get; set; } = "";

    /// <summary>Mail: its port. Default 587.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Mail: whether the connection is turned into TLS by STARTTLS before anything else is said. Default true.</summary>
    public bool Tls { get; set; } = true;

    /// <summary>Mail: user name, or empty for a server that asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>Mail: name of the secret that holds the password.</summary>
    public string Password { get; set; } = "";

    /// <summary>Mail: the sender's address.</summary>
    public string From { get; set; } = "";

    /// <summary>Mail: the receivers' addresses.</summary>
    public IList<string> To { get; } = [];
}
