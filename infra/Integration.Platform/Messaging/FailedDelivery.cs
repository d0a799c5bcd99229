using MassTransit;

namespace Integration.Platform.Messaging;

/// <summary>Reads what a failed delivery was about, without trusting that its body is one of ours.</summary>
internal static class FailedDelivery
{
    public static DeliveryFailure Describe(string queue, ReceiveContext context, Exception cause, DateTimeOffset at)
    {
        var envelope = EnvelopeReader.Read(context.Body.GetBytes());
        return new DeliveryFailure(
            queue,
            envelope?.MessageId ?? context.GetMessageId(),
            envelope?.MessageType,
            FaultText.TypeOf(cause),
            FaultText.MessageOf(cause),
            at);
    }
}
