using MassTransit;

namespace Integration.Platform.Messaging;

/// <summary>Sends through MassTransit's in-memory transport.</summary>
internal sealed class MemorySender(IBus bus) : IOutboxSender
{
    public Task ReadyAsync(CancellationToken ct) => Task.CompletedTask;

    public async Task SendAsync(OutboxRow row, CancellationToken ct)
    {
        using var span = SendTrace.Start(row);
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{row.Queue}"));
        await endpoint.Send(
            StoredMessage.Instance,
            Pipe.Execute<SendContext<StoredMessage>>(context =>
            {
                context.MessageId = Guid.Parse(row.Id);
                context.CorrelationId = row.CorrelationId is null ? null : Guid.Parse(row.CorrelationId);
                context.SupportedMessageTypes = [StoredEnvelope.Urn(row.MessageType)];
                context.Serializer = new StoredEnvelope(row);
            }),
            ct);
    }
}
