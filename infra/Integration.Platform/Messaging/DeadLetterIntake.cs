using System.Globalization;
using System.Text;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Integration.Platform.Messaging;

/// <summary>
/// Reads <c>attention.intake</c> and stores every letter; acknowledged only when the sink has it. Runs in the process
/// that registers an <see cref="IDeadLetterSink"/>. While the sink cannot store, the letter waits here, not in a loop.
/// </summary>
internal sealed partial class DeadLetterIntake(
    BrokerConnection broker, DeadLetterTopology topology, IDeadLetterSink sink, TimeProvider clock, ILogger<DeadLetterIntake> log) : BackgroundService
{
    private const ushort Prefetch = 16;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = TimeSpan.FromMilliseconds(500); !stoppingToken.IsCancellationRequested; wait = Backoff.Next(wait, TimeSpan.FromSeconds(10)))
        {
            try
            {
                await ConsumeAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Broker lost, sink failing: the letters are still in the queue and the loop begins again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogInterrupted(exception.GetType().Name, wait);
            }

            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ConsumeAsync(CancellationToken ct)
    {
        await topology.DeclareIntakeAsync(ct);
        await using var channel = await broker.OpenChannelAsync(ct);
        await channel.BasicQosAsync(0, Prefetch, false, ct);
        var arrived = Channel.CreateUnbounded<Arrived>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            // The body's memory is lent for this call only.
            arrived.Writer.TryWrite(new Arrived(
                delivery.DeliveryTag, new BasicProperties(delivery.BasicProperties), delivery.Body.ToArray()));
            return Task.CompletedTask;
        };
        consumer.UnregisteredAsync += (_, _) => Complete();
        channel.ChannelShutdownAsync += (_, _) => Complete();
        await channel.BasicConsumeAsync(DeadLetterNames.Intake, autoAck: false, consumer, ct);
        await foreach (var (tag, properties, body) in arrived.Reader.ReadAllAsync(ct))
        {
            await sink.StoreAsync(LetterFrom(properties, body), ct);
            await channel.BasicAckAsync(tag, false, ct);
        }

        Task Complete()
        {
            arrived.Writer.TryComplete();
            return Task.CompletedTask;
        }
    }

    internal DeadLetter LetterFrom(IReadOnlyBasicProperties properties, byte[] body)
    {
        var envelope = EnvelopeReader.Read(body);
        var headers = properties.Headers;
        var failedAt = Text(headers, "x-integration-failed-at");
        return new DeadLetter
        {
            Queue = Text(headers, DeadLetterNames.QueueHeader) ?? Text(headers, "x-first-death-queue") ?? "unknown",
            MessageId = envelope?.MessageId
                ?? (Guid.TryParse(properties.MessageId, out var id) ? id : ContentId.Of(body)),
            MessageType = envelope?.MessageType,
            Body = envelope?.Message ?? Encoding.UTF8.GetString(body),
            Reason = Text(headers, "x-first-death-reason") ?? "fault",
            FaultType = Text(headers, DeadLetterNames.FaultTypeHeader),
            FaultMessage = Text(headers, DeadLetterNames.FaultMessageHeader),
            TraceParent = Text(headers, SendTrace.ParentHeader),
            At = DateTimeOffset.TryParse(failedAt, CultureInfo.InvariantCulture, out var at) ? at : clock.GetUtcNow(),
        };
    }

    private static string? Text(IDictionary<string, object?>? headers, string name) =>
        headers is not null && headers.TryGetValue(name, out var value) && value is byte[] bytes
            ? Encoding.UTF8.GetString(bytes)
            : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Dead-letter intake interrupted ({Reason}); it begins again in {Wait}")]
    private partial void LogInterrupted(string reason, TimeSpan wait);

    private sealed record Arrived(ulong Tag, BasicProperties Properties, byte[] Body);
}
