using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>An outbox that shows what was sent by committed transactions only.</summary>
public sealed class SentMessages : IOutbox
{
    private readonly Lock _lock = new();
    private readonly List<Sent> _sent = [];

    public IReadOnlyList<Sent> All
    {
        get
        {
            lock (_lock) return [.. _sent];
        }
    }

    public IReadOnlyList<T> Of<T>() => [.. All.Select(sent => sent.Message).OfType<T>()];

    public void Clear()
    {
        lock (_lock) _sent.Clear();
    }

    public Task<Guid> EnqueueAsync<T>(IUnit unit, string queue, T message, CancellationToken ct, OutboxSend? options = null)
        where T : class
    {
        var id = options?.MessageId ?? Guid.CreateVersion7();
        unit.AfterCommit(() =>
        {
            lock (_lock) _sent.Add(new Sent(queue, message, options?.DueAt, id));
        });
        return Task.FromResult(id);
    }

    public Task CancelTimerAsync(IUnit unit, string timerKey, CancellationToken ct) => Task.CompletedTask;

    public Task<int> BringForwardAsync(IUnit unit, string keyPrefix, CancellationToken ct) => Task.FromResult(0);

    public sealed record Sent(string Queue, object Message, DateTimeOffset? DueAt, Guid Id);
}
