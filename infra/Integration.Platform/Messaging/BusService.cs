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

    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _starting = Task.CompletedTask;

    /// <summary>Completes when queues can be connected.</summary>
    public Task Started => _started.Task;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsRabbitMq)
        {
            _starting = Task.Run(() => KeepStartingAsync(_stopping.Token), CancellationToken.None);
            return;
        }

        await bus.StartAsync(cancellationToken);
        _started.TrySetResult();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Started.IsCompletedSuccessfully)
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

            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
            deadline.CancelAfter(StartWithin);
            await bus.StartAsync(deadline.Token);
            _started.TrySetResult();
        },
        reason => LogWaits(reason, BrokerPatience.LongestWait),
        clock,
        ct);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bus waits for the broker ({Reason}), which is tried at least every {Wait}")]
    private partial void LogWaits(string reason, TimeSpan wait);
}
