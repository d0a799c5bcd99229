using MassTransit;

namespace Integration.Platform.Messaging;

/// <summary>Where a delivery that came to nothing goes.</summary>
internal interface IDeadLetterRoute
{
    /// <summary>Returns when the letter is safe; throws to leave the message where it was.</summary>
    Task SendAsync(ReceiveContext context, Exception cause);
}
