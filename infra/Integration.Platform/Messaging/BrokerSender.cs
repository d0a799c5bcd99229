using MassTransit.Serialization;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Integration.Platform.Messaging;

/// <summary>
/// Publishes rows to RabbitMQ with mandatory confirms on a channel of its own, not through MassTransit: a fraction of the
/// cost, no exchange to declare first, and full say over a channel that broke
/// (docs/adr/0003-broker-and-dead-letters.md). Whatever goes wrong, the channel is given up and the next row opens another;
/// what was on its way is sent again, and the inbox drops the copy.
/// </summary>
internal sealed class BrokerSender(BrokerConnection broker) : IOutboxSender, IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private IChannel? _channel;

    public Task ReadyAsync(CancellationToken ct) => OpenAsync(ct);

    public async Task SendAsync(OutboxRow row, CancellationToken ct)
    {
        using var span = SendTrace.Start(row);
        var channel = await OpenAsync(ct);
        try
        {
            // The default exchange routes by queue name: nothing to declare, and a missing queue comes back. The
            // publish itself is not cancelled: that would leave the channel's confirms out of step.
            await channel.BasicPublishAsync(
                "", row.Queue, mandatory: true, Properties(row, span?.Id ?? row.TraceParent), StoredEnvelope.Write(row), CancellationToken.None)
                .AsTask().WaitAsync(ct);
        }
        catch (PublishException refused) when (refused.IsReturn)
        {
            throw new UnroutableException(row.Queue);
        }
        catch (Exception exception) when (exception is not PublishException)
        {
            await GiveUpAsync(channel);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel is { } channel)
        {
            await GiveUpAsync(channel);
        }

        _opening.Dispose();
    }

    private static BasicProperties Properties(OutboxRow row, string? traceParent) => new()
    {
        MessageId = row.Id,
        CorrelationId = row.CorrelationId,
        ContentType = SystemTextJsonMessageSerializer.JsonContentType.MediaType,
        Persistent = true,
        Headers = traceParent is null ? null : new Dictionary<string, object?> { [SendTrace.ParentHeader] = traceParent },
    };

    private async Task<IChannel> OpenAsync(CancellationToken ct)
    {
        if (_channel is { IsOpen: true } known)
        {
            return known;
        }

        await _opening.WaitAsync(ct);
        try
        {
            return _channel is { IsOpen: true } opened ? opened : _channel = await broker.OpenChannelAsync(ct);
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task GiveUpAsync(IChannel channel)
    {
        if (Interlocked.CompareExchange(ref _channel, null, channel) == channel)
        {
            await BrokerConnection.AbandonAsync(channel);
        }
    }
}
