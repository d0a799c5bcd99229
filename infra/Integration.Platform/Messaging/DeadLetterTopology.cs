using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Integration.Platform.Messaging;

/// <summary>
/// Declares a work queue with everything around it before it is consumed: its exchange, its dead-letter exchange, and
/// the two queues that every dead letter reaches.
/// </summary>
internal sealed class DeadLetterTopology(BrokerConnection broker, LastingQueues lasting, IOptions<MessagingOptions> options)
{
    public async Task DeclareAsync(string queue, CancellationToken ct)
    {
        var dlx = DeadLetterNames.Exchange(queue);
        var dead = DeadLetterNames.Dead(queue);
        await DeclareIntakeAsync(ct);
        await lasting.DeclareAsync(
            queue,
            new Dictionary<string, Dictionary<string, object?>>
            {
                [dead] = QueueArguments.Dead(),
                [queue] = QueueArguments.Work(queue, options.Value.DeliveryLimit),
            },
            ct);
        await using var channel = await broker.OpenChannelAsync(ct);
        await channel.ExchangeDeclareAsync(dlx, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        await channel.QueueBindAsync(dead, dlx, "", cancellationToken: ct);
        await channel.QueueBindAsync(DeadLetterNames.Intake, dlx, "", cancellationToken: ct);
        await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        await channel.QueueBindAsync(queue, queue, "", cancellationToken: ct);
    }

    /// <summary>Declares the queue in which the dead letters of all services are read.</summary>
    public Task DeclareIntakeAsync(CancellationToken ct) => lasting.DeclareAsync(
        DeadLetterNames.Intake,
        new Dictionary<string, Dictionary<string, object?>> { [DeadLetterNames.Intake] = QueueArguments.Dead() },
        ct);
}
