namespace Integration.Platform.Messaging;

/// <summary>Puts a dead letter back to work.</summary>
public interface IDeadLetterReplay
{
    /// <summary>
    /// Moves one message from <c>QUEUE.dead</c> back to its queue. False: it is not there (any more). The message
    /// keeps its id, so it is handled once even if this is called twice.
    /// </summary>
    Task<bool> ReplayAsync(string queue, Guid messageId, CancellationToken ct);
}
