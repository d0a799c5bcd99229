namespace Integration.Platform.Messaging;

internal sealed class MemoryDeadLetterReplay(OutboxStore store) : IDeadLetterReplay
{
    public Task<bool> ReplayAsync(string queue, Guid messageId, CancellationToken ct) => store.ReviveAsync(queue, messageId, ct);
}
