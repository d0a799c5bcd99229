namespace Integration.Platform.Messaging;

/// <summary>Sends one outbox row over the transport in use.</summary>
internal interface IOutboxSender
{
    /// <summary>Returns when the transport can take messages; throws what keeps it from that.</summary>
    Task ReadyAsync(CancellationToken ct);

    /// <summary>Returns when the transport has the message.</summary>
    /// <exception cref="UnroutableException">The queue does not exist yet.</exception>
    Task SendAsync(OutboxRow row, CancellationToken ct);
}
