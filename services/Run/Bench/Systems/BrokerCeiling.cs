using System.Diagnostics;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Integration.Run.Bench.Systems;

/// <summary>What the broker alone can do: durable messages of 2 kB to one quorum queue, each confirmed, taken and acknowledged.</summary>
internal static class BrokerCeiling
{
    private const int Senders = 16;
    private const int Connections = 4;
    private const string Queue = "bench.ceiling";
    private static readonly byte[] Body = new byte[2048];

    /// <returns>Messages per second, from publish to acknowledgement.</returns>
    public static async Task<double> MeasureAsync(Uri amqp, TimeSpan duration, CancellationToken ct)
    {
        var factory = new ConnectionFactory { Uri = amqp, ConsumerDispatchConcurrency = 1 };
        await using var taking = await factory.CreateConnectionAsync(ct);
        await using var channel = await taking.CreateChannelAsync(cancellationToken: ct);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: ct);
        await channel.BasicQosAsync(0, 100, global: false, ct);
        var taken = 0L;
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, message) =>
        {
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, CancellationToken.None);
            Interlocked.Increment(ref taken);
        };
        await channel.BasicConsumeAsync(Queue, autoAck: false, consumer, ct);

        var watch = Stopwatch.StartNew();
        var connections = new List<IConnection>();
        try
        {
            for (var index = 0; index < Connections; index++) connections.Add(await factory.CreateConnectionAsync(ct));
            await Task.WhenAll(Enumerable.Range(0, Senders).Select(index => SendAsync(connections[index % Connections], watch, duration, ct)));
            var seconds = watch.Elapsed.TotalSeconds;
            await channel.QueueDeleteAsync(Queue, cancellationToken: ct);
            return Math.Round(Interlocked.Read(ref taken) / seconds);
        }
        finally
        {
            foreach (var connection in connections) await connection.DisposeAsync();
        }
    }

    private static async Task SendAsync(IConnection connection, Stopwatch watch, TimeSpan duration, CancellationToken ct)
    {
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), ct);
        var properties = new BasicProperties { Persistent = true };
        while (watch.Elapsed < duration) await channel.BasicPublishAsync("", Queue, mandatory: true, properties, Body, ct);
    }
}
