using Integration.Platform.Database;

namespace Integration.Platform.Messaging;

/// <summary>What was handled: one row per queue and message id, kept for <see cref="MessagingOptions.InboxRetention"/>.</summary>
public interface IInbox
{
    /// <summary>
    /// Marks the message as handled, in the transaction that stores its result. False: it was handled before, so do
    /// nothing and let the message be acknowledged. A second transaction with the same receipt waits for the first.
    /// </summary>
    Task<bool> TakeAsync(IUnit unit, Receipt receipt, CancellationToken ct);

    /// <summary>Whether the message was handled before; asked before outside calls that a repeat should be spared.</summary>
    Task<bool> WasTakenAsync(IUnit unit, Receipt receipt, CancellationToken ct);
}
