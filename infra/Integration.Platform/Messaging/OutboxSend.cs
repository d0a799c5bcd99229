namespace Integration.Platform.Messaging;

/// <summary>How one message is sent; everything is optional.</summary>
public sealed record OutboxSend
{
    /// <summary>Not before this instant. Default: at once.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>
    /// A name unique in the service's database, so that the message can be replaced (enqueue again with the same key)
    /// or cancelled while it waits.
    /// </summary>
    public string? TimerKey { get; init; }

    /// <summary>
    /// The message id. Default: a new UUIDv7. An id derived from the business event lets consumers drop repeats even if
    /// the event is enqueued twice; while a row with the same id waits, a second one is ignored.
    /// </summary>
    public Guid? MessageId { get; init; }

    /// <summary>The correlation id carried with the message (sagas correlate by the message's own fields).</summary>
    public Guid? CorrelationId { get; init; }
}
