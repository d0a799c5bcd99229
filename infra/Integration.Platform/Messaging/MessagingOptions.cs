namespace Integration.Platform.Messaging;

/// <summary>How services reach each other. Configuration section <c>Messaging</c>.</summary>
public sealed class MessagingOptions
{
    /// <summary><c>memory</c> (the embedded default: one process) or <c>rabbitmq</c>.</summary>
    public string Transport { get; set; } = "memory";

    /// <summary><c>amqp://user:password@host:port/vhost</c> or <c>amqps://…</c>. Holds a password, so it is never logged.</summary>
    public Uri? Uri { get; set; }

    /// <summary>Deliveries of one message before the broker gives it up; spent only by processes that die. Default 50.</summary>
    public int DeliveryLimit { get; set; } = 50;

    /// <summary>How long handled message ids are remembered. Default 14 days.</summary>
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How often the relay looks for rows that nobody announced (timers, rows of dead processes). Default 1 second.</summary>
    public TimeSpan RelayPoll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Rows that the relay sends at once. Default 128.</summary>
    public int RelayConcurrency { get; set; } = 128;

    /// <summary>
    /// How long a process keeps a row to itself while it sends it; after that (the process died) any replica sends it.
    /// Default 10 seconds.
    /// </summary>
    public TimeSpan RelayClaim { get; set; } = TimeSpan.FromSeconds(10);

    internal bool IsRabbitMq => string.Equals(Transport, "rabbitmq", StringComparison.OrdinalIgnoreCase);
}
