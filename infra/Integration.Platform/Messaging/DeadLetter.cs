namespace Integration.Platform.Messaging;

/// <summary>A message that the queue gave up.</summary>
public sealed record DeadLetter
{
    /// <summary>The queue whose handling failed.</summary>
    public required string Queue { get; init; }

    /// <summary>The message's id; together with <see cref="Queue"/> it names the letter for replay.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The registered message type name, if it could be read.</summary>
    public string? MessageType { get; init; }

    /// <summary>The message as JSON, or the whole body as text if it is not one of ours. May hold personal data.</summary>
    public required string Body { get; init; }

    /// <summary>Why: <c>fault</c> (the handler kept failing), <c>delivery_limit</c> (processes died on it), <c>expired</c>, <c>rejected</c>, <c>maxlen</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The last failure recorded, if a handler saw one: exception type, full name.</summary>
    public string? FaultType { get; init; }

    /// <summary>The last failure's text; written by our own code, without payload.</summary>
    public string? FaultMessage { get; init; }

    /// <summary>W3C trace parent of the message's journey, if known.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When it was given up, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
