using System.Diagnostics;
using Integration.Platform.Telemetry;
using MassTransit;

namespace Integration.Platform.Messaging;

/// <summary>Sends one row through the bus and returns when the broker has it.</summary>
internal sealed class OutboxSender(IBus bus, TimeProvider clock)
{
    public async Task SendAsync(OutboxRow row, CancellationToken ct)
    {
        using var span = ContinueTrace(row);

        // Not queue: — that would declare the queue with other arguments and be refused.
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{row.Queue}"));
        await endpoint.Send(
            StoredMessage.Instance,
            Pipe.Execute<SendContext<StoredMessage>>(context =>
            {
                context.MessageId = Guid.Parse(row.Id);
                context.CorrelationId = row.CorrelationId is null ? null : Guid.Parse(row.CorrelationId);
                context.SupportedMessageTypes = [StoredEnvelope.Urn(row.MessageType)];
                context.Serializer = new StoredEnvelope(row, clock.GetUtcNow());
                if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
                {
                    rabbit.Mandatory = true;
                }
            }),
            ct);
    }

    private static Activity? ContinueTrace(OutboxRow row)
    {
        ActivityContext.TryParse(row.TraceParent, row.TraceState, isRemote: true, out var parent);
        var span = IntegrationActivity.Source.StartActivity("outbox relay", ActivityKind.Internal, parent);
        span?.SetTag("messaging.destination.name", row.Queue);
        span?.SetTag("messaging.message.id", row.Id);
        return span;
    }
}
