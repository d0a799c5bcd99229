namespace Integration.Console.Alerts;

/// <summary>How a channel delivers.</summary>
public enum ChannelKind
{
    /// <summary>A line in the log.</summary>
    Log,

    /// <summary>A signed request after Standard Webhooks.</summary>
    Webhook,

    /// <summary>A mail.</summary>
    Smtp,
}
