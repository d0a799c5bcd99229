using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Integration.Platform.Messaging;

/// <summary>
/// Declares quorum queues so that a broker killed right afterwards does no lasting harm. RabbitMQ confirms a new quorum queue
/// before it would survive that: back again, the queue exists, is empty, has no leader, and every consumer and publisher waits
/// for ever. A queue that has outlived its first seconds gets a mark, an exchange of its own; one without the mark is asked for a
/// message, and one that does not answer is made anew: what it ever held, the broker has lost already
/// (docs/adr/0084-queues-are-kept-by-us.md).
/// </summary>
internal sealed partial class LastingQueues(
    BrokerConnection broker, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<LastingQueues> log)
{
    private const int Questions = 2;

    // Ten times what RabbitMQ 3.10 takes to write the queue down.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    /// <summary>Declares queues that have one mark in common, and returns when they can be used.</summary>
    /// <param name="mark">What the mark is named after.</param>
    /// <param name="queues">Queue → its arguments.</param>
    /// <param name="ct">Cancels.</param>
    public async Task DeclareAsync(string mark, IReadOnlyDictionary<string, Dictionary<string, object?>> queues, CancellationToken ct)
    {
        var exchange = DeadLetterNames.Lasting(mark);
        foreach (var queue in queues.Keys)
        {
            if (!await ExistsAsync(channel => channel.QueueDeclarePassiveAsync(queue, ct), ct))
            {
                // The mark of a queue that was deleted says nothing of the one that takes its place.
                await using var former = await broker.OpenChannelAsync(ct);
                await former.ExchangeDeleteAsync(exchange, cancellationToken: ct);
                break;
            }
        }

        IChannel? channel = await broker.OpenChannelAsync(ct);
        try
        {
            await MakeAsync(channel, queues, ct);
            if (await ExistsAsync(other => other.ExchangeDeclarePassiveAsync(exchange, ct), ct))
            {
                return;
            }

            if ((await SilentAsync(queues.Keys, ct)).Count > 0)
            {
                await RemakeAsync(mark, queues, ct);
            }

            _ = MarkAsync(channel, exchange, lifetime.ApplicationStopping);
            channel = null;
        }
        finally
        {
            if (channel is not null)
            {
                await BrokerConnection.AbandonAsync(channel);
            }
        }
    }

    private static async Task MakeAsync(IChannel channel, IEnumerable<KeyValuePair<string, Dictionary<string, object?>>> queues, CancellationToken ct)
    {
        foreach (var (queue, arguments) in queues)
        {
            await channel.QueueDeclareAsync(queue, true, false, false, arguments, cancellationToken: ct);
        }
    }

    /// <summary>One process at a time, or the second would delete what the first made and others have sent to.</summary>
    private async Task RemakeAsync(string mark, IReadOnlyDictionary<string, Dictionary<string, object?>> queues, CancellationToken ct)
    {
        await using var locking = await broker.ConnectApartAsync(ct);
        await using var channel = await locking.CreateChannelAsync(cancellationToken: ct);
        await channel.QueueDeclareAsync($"{DeadLetterNames.Lasting(mark)}.lock", durable: false, exclusive: true, autoDelete: true, cancellationToken: ct);
        var silent = new HashSet<string>(queues.Keys);
        for (var question = 1; question <= Questions && silent.Count > 0; question++)
        {
            silent.IntersectWith(await SilentAsync(silent, ct));
        }

        if (silent.Count == 0)
        {
            return;
        }

        await RequireAnswersAsync(channel, mark, ct);
        foreach (var queue in silent)
        {
            LogAnew(queue);
            await channel.QueueDeleteAsync(queue, cancellationToken: ct);
        }

        await MakeAsync(channel, queues.Where(queue => silent.Contains(queue.Key)), ct);
    }

    /// <summary>A broker that is merely slow, or has no majority, does not answer for a queue made this moment either; then nothing is deleted.</summary>
    private async Task RequireAnswersAsync(IChannel channel, string mark, CancellationToken ct)
    {
        var control = $"{DeadLetterNames.Lasting(mark)}.control";
        await channel.QueueDeclareAsync(control, true, false, false, QueueArguments.Dead(), cancellationToken: ct);
        var answers = (await SilentAsync([control], ct)).Count == 0;
        await channel.QueueDeleteAsync(control, cancellationToken: ct);
        if (!answers)
        {
            throw new TimeoutException("The broker answers for no queue.");
        }
    }

    /// <summary>On this very channel: were the broker killed meanwhile, it would be closed and the mark not set.</summary>
    private async Task MarkAsync(IChannel channel, string exchange, CancellationToken ct)
    {
        try
        {
            await Task.Delay(Settling, clock, ct);
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        }
#pragma warning disable CA1031 // The next declaration asks the queue again and tries to set the mark again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogUnmarked(exchange, exception.GetType().Name);
        }
        finally
        {
            await BrokerConnection.AbandonAsync(channel);
        }
    }

    private async Task<bool> ExistsAsync(Func<IChannel, Task> passively, CancellationToken ct)
    {
        await using var channel = await broker.OpenChannelAsync(ct);
        try
        {
            await passively(channel);
            return true;
        }
        catch (OperationInterruptedException refused) when (refused.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return false;
        }
    }

    /// <summary>The queues that have no leader: the others answer. The message that one may hand out goes back as the connection is closed.</summary>
    private async Task<IReadOnlyCollection<string>> SilentAsync(IEnumerable<string> queues, CancellationToken ct)
    {
        // A connection of its own: the broker may close it for the unanswered question.
        var asking = await broker.ConnectApartAsync(ct);
        try
        {
            return (await Task.WhenAll(queues.Select(async queue => (Queue: queue, Answers: await AnswersAsync(asking, queue, ct)))))
                .Where(asked => !asked.Answers).Select(asked => asked.Queue).ToList();
        }
        finally
        {
            _ = BrokerConnection.AbandonAsync(asking);
        }
    }

    private async Task<bool> AnswersAsync(IConnection asking, string queue, CancellationToken ct)
    {
        var channel = await asking.CreateChannelAsync(cancellationToken: ct);
        try
        {
            await channel.BasicGetAsync(queue, autoAck: false, ct).WaitAsync(AnswerWithin, clock, ct);
            return true;
        }
        catch (TimeoutException)
        {
            LogSilent(queue);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "New queue {Queue} does not answer")]
    private partial void LogSilent(string queue);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Queue {Queue} was lost when the broker died right after making it; it is made anew")]
    private partial void LogAnew(string queue);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Exchange} is not set yet ({Reason})")]
    private partial void LogUnmarked(string exchange, string reason);
}
