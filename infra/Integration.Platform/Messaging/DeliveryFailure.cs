namespace Integration.Platform.Messaging;

/// <summary>One delivery whose handler failed for good (after the retries inside the process).</summary>
/// <param name="Queue">The queue it was delivered from.</param>
/// <param name="MessageId">The message's id, if it could be read.</param>
/// <param name="MessageType">The message type name, if it could be read.</param>
/// <param name="ExceptionType">Full name of the exception's type.</param>
/// <param name="Message">The exception's text, without payload.</param>
/// <param name="At">When, UTC.</param>
public sealed record DeliveryFailure(
    string Queue, Guid? MessageId, string? MessageType, string ExceptionType, string Message, DateTimeOffset At);
