using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Integration.Platform.Messaging;

/// <summary>One plain connection beside MassTransit's, for what it does not do (dead-letter topology, intake,
/// replay) or does not do safely (the relay's publishing).</summary>
internal sealed class BrokerConnection(IOptions<MessagingOptions> options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private IConnection? _connection;

    /// <summary>A channel with publisher confirms. It does not recover: whoever uses it opens another.</summary>
    public async Task<IChannel> OpenChannelAsync(CancellationToken ct)
    {
        var connection = await ConnectAsync(ct);
        try
        {
            // No rate limiter: it slows far below what its permits allow. What is outstanding is bounded by the relay.
            return await connection.CreateChannelAsync(new CreateChannelOptions(true, true, null), ct);
        }
        catch
        {
            // A connection that opens no channel is dead, whatever it says of itself.
            await AbandonAsync(connection);
            throw;
        }
    }

    /// <summary>Another connection, the caller's own, for what could cost the connection.</summary>
    public Task<IConnection> ConnectApartAsync(CancellationToken ct) => new ConnectionFactory
    {
        Uri = options.Value.Uri!,

        // Recovery is ours: a recovered consumer would answer with delivery tags of the lost channel.
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
        ClientProvidedName = "integration outbox and dead letters",
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
        ContinuationTimeout = TimeSpan.FromSeconds(10),
    }.CreateConnectionAsync(ct);

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await AbandonAsync(_connection);
        }

        _opening.Dispose();
    }

    /// <summary>Lets go of a channel or connection that may be dead already.</summary>
    public static async Task AbandonAsync(IAsyncDisposable lost)
    {
        try
        {
            await lost.DisposeAsync();
        }
#pragma warning disable CA1031 // It is being thrown away; how it dies matters to nobody.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
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
                await AbandonAsync(_connection);
            }

            _connection = await ConnectApartAsync(ct);
            return _connection;
        }
        finally
        {
            _opening.Release();
        }
    }
}
