using Integration.Platform.Messaging;
using Integration.Platform.Sagas;
using MassTransit;

namespace Integration.OrderToCash.Saga;

/// <summary>Sends from the state machine through the outbox of the unit that commits the saga.</summary>
internal static class SagaSending
{
    public static async Task SendAsync(this BehaviorContext<OrderSaga> context, params Outgoing[] messages)
    {
        foreach (var message in messages)
        {
            await context.EnqueueAsync(message.Queue, message.Message, new OutboxSend { DueAt = message.DueAt, TimerKey = message.Timer });
        }
    }
}
