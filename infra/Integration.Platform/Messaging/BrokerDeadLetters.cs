using System.Globalization;
using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace Integration.Platform.Messaging;

/// <summary>
/// The end of a failed delivery on RabbitMQ: the message goes, with its cause, through the queue's own dead-letter
/// exchange and is then acknowledged. A crash in between makes a second copy, which dead letters are keyed against. When
/// the process is stopping, or the broker does not confirm, the message goes back to its queue instead.
/// </summary>
internal sealed class BrokerDeadLetters(string queue, IDeliveryFailures failures, Func<bool> isStopping, TimeProvider clock)
    : IDeadLetterRoute
{
    public async Task SendAsync(ReceiveContext context, Exception cause)
    {
        if (isStopping() || context.CancellationToken.IsCancellationRequested)
        {
            throw new TransportUnavailableException("The process is stopping; the message goes back to its queue.", cause);
        }

        if (!context.TryGetPayload<RabbitMqBasicConsumeContext>(out var delivery)
            || !context.TryGetPayload<ChannelContext>(out var channel))
        {
            throw new InvalidOperationException("This delivery does not come from RabbitMQ.", cause);
        }

        var failure = FailedDelivery.Describe(queue, context, cause, clock.GetUtcNow());
        await failures.RecordAsync(failure, context.CancellationToken);
        var properties = new BasicProperties(delivery.Properties)
        {
            Persistent = true,
            Timestamp = new AmqpTimestamp(failure.At.ToUnixTimeSeconds()),
            Headers = new Dictionary<string, object?>(delivery.Properties.Headers ?? new Dictionary<string, object?>())
            {
                [DeadLetterNames.QueueHeader] = queue,
                [DeadLetterNames.FaultTypeHeader] = failure.ExceptionType,
                [DeadLetterNames.FaultMessageHeader] = failure.Message,
                ["x-integration-failed-at"] = failure.At.ToString("O", CultureInfo.InvariantCulture),
            },
        };
        await channel.BasicPublishAsync(
            DeadLetterNames.Exchange(queue), "", mandatory: true, properties, context.Body.GetBytes(), awaitAck: true);
    }
}
