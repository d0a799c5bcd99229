using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Integration.Platform.Messaging;

/// <summary>
/// Declares a work queue with everything around it before it is consumed: its exchange, its dead-letter exchange, and
/// the two queues that every dead letter reaches.
/// </summary>
internal sealed class DeadLetterTopology(BrokerConnection broker, IOptions<MessagingOptions> options)
{
    public async Task DeclareAsync(string queue, CancellationToken ct)
    {
        await using var channel = await broker.OpenChannelAsync(ct);
        var dlx = DeadLetterNames.Exchange(queue);
        await channel.ExchangeDeclareAsync(dlx, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        await DeclareDeadAsync(channel, DeadLetterNames.Dead(queue), ct);
        await DeclareDeadAsync(channel, DeadLetterNames.Intake, ct);
        await channel.QueueBindAsync(DeadLetterNames.Dead(queue), dlx, "", cancellationToken: ct);
        await channel.QueueBindAsync(DeadLetterNames.Intake, dlx, "", cancellationToken: ct);
        await channel.QueueDeclareAsync(
            queue, true, false, false, QueueArguments.Work(queue, options.Value.DeliveryLimit), cancellationToken: ct);
        await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        await channel.QueueBindAsync(queue, queue, "", cancellationToken: ct);
    }

    public static Task DeclareDeadAsync(IChannel channel, string queue, CancellationToken ct) =>
        channel.QueueDeclareAsync(queue, true, false, false, QueueArguments.Dead(), cancellationToken: ct);
}
