namespace Integration.Platform.Messaging;

/// <summary>
/// Where dead letters become visible to people (the console's attention list). Called at least once per letter, so
/// storing must be idempotent by queue and message id. The letter is acknowledged when this returns.
/// </summary>
public interface IDeadLetterSink
{
    /// <summary>Stores the letter durably.</summary>
    Task StoreAsync(DeadLetter letter, CancellationToken ct);
}
