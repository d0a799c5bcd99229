using Integration.Platform.Database;

namespace Integration.Platform.Messaging;

/// <summary>
/// Messages that commit with the work that causes them. The relay sends them afterwards, at least once; consumers
/// make that once by <see cref="IInbox"/>. A timer is an outbox row that is due later
/// (<c>docs/adr/0002-outbox-inbox-and-timers.md</c>).
/// </summary>
public interface IOutbox
{
    /// <summary>
    /// Adds <paramref name="message"/> for <paramref name="queue"/>; it is written just before <paramref name="unit"/>
    /// commits. The current trace continues where it is consumed.
    /// </summary>
    /// <returns>The message id.</returns>
    /// <exception cref="InvalidOperationException"><typeparamref name="T"/> was not registered by AddMessages.</exception>
    Task<Guid> EnqueueAsync<T>(IUnit unit, string queue, T message, CancellationToken ct, OutboxSend? options = null)
        where T : class;

    /// <summary>Takes back a message enqueued with <paramref name="timerKey"/> that was not delivered yet; harmless if it was.</summary>
    Task CancelTimerAsync(IUnit unit, string timerKey, CancellationToken ct);

    /// <summary>Makes every timer whose key begins with <paramref name="keyPrefix"/> due now; the relay sends them at its own rate.</summary>
    Task<int> BringForwardAsync(IUnit unit, string keyPrefix, CancellationToken ct);
}
