using RabbitMQ.Client;

namespace Integration.Platform.Messaging;

/// <summary>
/// Looks through <c>QUEUE.dead</c> once; the letter is published to its queue (confirmed), then acknowledged. The others
/// return to the queue when the channel closes.
/// </summary>
internal sealed class BrokerDeadLetterReplay(BrokerConnection broker) : IDeadLetterReplay
{
    public async Task<bool> ReplayAsync(string queue, Guid messageId, CancellationToken ct)
    {
        await using var channel = await broker.OpenChannelAsync(ct);
        var dead = DeadLetterNames.Dead(queue);
        var found = false;
        var left = await channel.MessageCountAsync(dead, ct);
        while (left-- > 0 && await channel.BasicGetAsync(dead, autoAck: false, ct) is { } letter)
        {
            if (IdOf(letter) != messageId)
            {
                continue;
            }

            if (!found)
            {
                await channel.BasicPublishAsync("", queue, mandatory: true, Fresh(letter.BasicProperties), letter.Body, ct);
                found = true;
            }

            // A second copy of the same letter has nothing left to do.
            await channel.BasicAckAsync(letter.DeliveryTag, false, ct);
        }

        return found;
    }

    private static Guid? IdOf(BasicGetResult letter) =>
        EnvelopeReader.Read(letter.Body)?.MessageId
        ?? (Guid.TryParse(letter.BasicProperties.MessageId, out var id) ? id : ContentId.Of(letter.Body.ToArray()));

    private static BasicProperties Fresh(IReadOnlyBasicProperties properties) => new(properties)
    {
        Persistent = true,
        Headers = properties.Headers?
            .Where(header => !IsHistory(header.Key))
            .ToDictionary(header => header.Key, header => header.Value),
    };

    private static bool IsHistory(string header) =>
        header.StartsWith("x-integration-", StringComparison.Ordinal)
        || header is "x-death" or "x-delivery-count"
        || header.StartsWith("x-first-death-", StringComparison.Ordinal)
        || header.StartsWith("x-last-death-", StringComparison.Ordinal);
}
