using MassTransit;
using Microsoft.Extensions.Options;

namespace Integration.Platform.Messaging;

/// <summary>
/// Starts the bus, and starts it again for as long as the broker is away or refuses. MassTransit's own service would keep
/// the whole process from starting meanwhile, and end it when the broker dies or refuses in the wrong moment.
/// </summary>
internal sealed partial class BusService(
    IBusControl bus, IServiceProvider provider, IOptions<MessagingOptions> options, TimeProvider clock, ILogger<BusService> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(20);

    // The deadline, what MassTransit then takes to stop, and some more.
    private static readonly TimeSpan StartEndsWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StartEndsAfterStop = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _starting = Task.CompletedTask;
    private Task? _busStart;

    /// <summary>Completes when queues can be connected.</summary>
    public Task Started => _started.Task;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsRabbitMq)
        {
            _starting = Task.Run(() => KeepStartingAsync(_stopping.Token), CancellationToken.None);
            return;
        }

        await (_busStart = bus.StartAsync(cancellationToken));
        _started.TrySetResult();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_busStart is null)
        {
            return;
        }

        await _busStart.WaitAsync(StartEndsAfterStop, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_busStart.IsCompletedSuccessfully)
        {
            await bus.StopAsync(StopWithin);
        }
    }

    public void Dispose() => _stopping.Dispose();

    private Task KeepStartingAsync(CancellationToken ct) => BrokerPatience.TryAsync(
        async token =>
        {
            await using (await provider.GetRequiredService<BrokerConnection>().OpenChannelAsync(token))
            {
            }

            _busStart = StartBusAsync();
            await _busStart.WaitAsync(StartEndsWithin, clock, token);
            _started.TrySetResult();
        },
        reason => LogWaits(reason, BrokerPatience.LongestWait),
        clock,
        ct);

    // Not cancelled by a stop: cancelled while it begins, MassTransit waits for ever for an endpoint that it has stopped itself.
    private async Task StartBusAsync()
    {
        using var deadline = new CancellationTokenSource(StartWithin, clock);
        await bus.StartAsync(deadline.Token);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bus waits for the broker ({Reason}), which is tried at least every {Wait}")]
    private partial void LogWaits(string reason, TimeSpan wait);
}
