namespace Integration.Contracts.Operations;

/// <summary>A consumer gave a delivery back after its own retries. The broker tries again and dead-letters the message in the end; this names the cause.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Queue">Its queue.</param>
/// <param name="MessageType">Its type.</param>
/// <param name="Cause">Exception type and masked message.</param>
/// <param name="At">When, UTC.</param>
public sealed record DeliveryFailed(Guid MessageId, string Queue, string MessageType, string Cause, DateTimeOffset At);
