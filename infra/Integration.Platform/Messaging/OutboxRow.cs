namespace Integration.Platform.Messaging;

/// <summary>A row of table <c>outbox</c>. <see cref="DueAt"/> is also the claim: whoever sends moves it into the future.</summary>
internal sealed class OutboxRow
{
    /// <summary>The columns under the names of the properties.</summary>
    public const string Columns =
        """
        id AS "Id", queue AS "Queue", message_type AS "MessageType", body AS "Body", correlation_id AS "CorrelationId",
        traceparent AS "TraceParent", tracestate AS "TraceState", timer_key AS "TimerKey", created_at AS "CreatedAt",
        due_at AS "DueAt", attempts AS "Attempts"
        """;

    public string Id { get; init; } = "";

    public string Queue { get; init; } = "";

    public string MessageType { get; init; } = "";

    public string Body { get; init; } = "";

    public string? CorrelationId { get; init; }

    public string? TraceParent { get; init; }

    public string? TraceState { get; init; }

    public string? TimerKey { get; init; }

    public long CreatedAt { get; init; }

    public long DueAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>Written with this process's claim on it, so that it need not be looked up again.</summary>
    public bool IsClaimed { get; init; }
}
