using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Integration.Platform.Messaging;

/// <summary>One plain connection beside MassTransit's, for what it does not do: dead-letter topology, intake, replay.</summary>
internal sealed class BrokerConnection(IOptions<MessagingOptions> options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private IConnection? _connection;

    /// <summary>A channel with publisher confirms; the connection reopens itself after the broker comes back.</summary>
    public async Task<IChannel> OpenChannelAsync(CancellationToken ct)
    {
        var connection = await ConnectAsync(ct);
        return await connection.CreateChannelAsync(new CreateChannelOptions(true, true), ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _opening.Dispose();
    }

    private async Task<IConnection> ConnectAsync(CancellationToken ct)
    {
        await _opening.WaitAsync(ct);
        try
        {
            if (_connection is { IsOpen: true })
            {
                return _connection;
            }

            if (_connection is not null)
            {
                await _connection.DisposeAsync();
            }

            // Recovery is ours: a recovered consumer would answer with delivery tags of the lost channel.
            var factory = new ConnectionFactory
            {
                Uri = options.Value.Uri!,
                AutomaticRecoveryEnabled = false,
                TopologyRecoveryEnabled = false,
                ClientProvidedName = "integration dead letters",
            };
            _connection = await factory.CreateConnectionAsync(ct);
            return _connection;
        }
        finally
        {
            _opening.Release();
        }
    }
}
