using System.Diagnostics;
using MassTransit;

namespace Integration.Platform.Messaging;

/// <summary>
/// The end of a failed delivery in memory: the letter is stored, then its outbox row is put to rest for a replay. If
/// either fails the row comes up again by itself.
/// </summary>
internal sealed class MemoryDeadLetters(
    string queue, IDeliveryFailures failures, IDeadLetterSink? sink, OutboxStore store, Func<bool> isStopping, TimeProvider clock)
    : IDeadLetterRoute
{
    public async Task SendAsync(ReceiveContext context, Exception cause)
    {
        if (isStopping() || context.CancellationToken.IsCancellationRequested)
        {
            return;
        }

        var failure = FailedDelivery.Describe(queue, context, cause, clock.GetUtcNow());
        await failures.RecordAsync(failure, context.CancellationToken);
        if (failure.MessageId is not { } messageId)
        {
            return;
        }

        if (sink is not null)
        {
            await sink.StoreAsync(Letter(context, failure, messageId), CancellationToken.None);
        }

        await store.BuryAsync(queue, messageId, CancellationToken.None);
    }

    private DeadLetter Letter(ReceiveContext context, DeliveryFailure failure, Guid messageId)
    {
        var body = context.Body.GetBytes();
        return new DeadLetter
        {
            Queue = queue,
            MessageId = messageId,
            MessageType = failure.MessageType,
            Body = EnvelopeReader.Read(body)?.Message ?? System.Text.Encoding.UTF8.GetString(body),
            Reason = "fault",
            FaultType = failure.ExceptionType,
            FaultMessage = failure.Message,
            TraceParent = Activity.Current?.Id,
            At = failure.At,
        };
    }
}
