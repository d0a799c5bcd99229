using MassTransit;

namespace Integration.Platform.Messaging;

/// <summary>A delivery's identity for the inbox.</summary>
/// <param name="Queue">The queue it was delivered from.</param>
/// <param name="MessageId">Its message id, which is the sender's outbox row id.</param>
public sealed record Receipt(string Queue, Guid MessageId)
{
    /// <summary>The receipt of the message being consumed.</summary>
    /// <exception cref="InvalidOperationException">The message has no id; everything that our outbox sends has one.</exception>
    public static Receipt From(ConsumeContext context) => new(
        QueueOf(context.ReceiveContext),
        context.MessageId ?? throw new InvalidOperationException("The message has no message id."));

    internal static string QueueOf(ReceiveContext context) => context.InputAddress.AbsolutePath.Split('/')[^1];
}
