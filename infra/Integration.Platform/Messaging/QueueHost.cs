using MassTransit;
using Microsoft.Extensions.Options;

namespace Integration.Platform.Messaging;

internal sealed partial class QueueHost(
    IBusControl bus,
    BusService starting,
    IServiceProvider provider,
    TransientFaults transient,
    IDeliveryFailures failures,
    OutboxStore store,
    IHostApplicationLifetime lifetime,
    IOptions<MessagingOptions> options,
    TimeProvider clock,
    ILogger<QueueHost> log) : IQueueHost
{
    public async Task<IQueueHandle> ConnectAsync(
        QueueDefinition queue, Action<IReceiveEndpointConfigurator, IServiceProvider> configure, CancellationToken ct)
    {
        var handle = new QueueHandle(
            queue.Name,
            async token =>
            {
                await starting.Started.WaitAsync(token);
                await DeclareAsync(queue, token);
            },
            (keeper, watch) => bus.ConnectReceiveEndpoint(queue.Name, endpoint =>
            {
                endpoint.ConnectReceiveEndpointObserver(watch);
                Configure(endpoint, queue, keeper);
                configure(endpoint, provider);
            }),
            clock,
            log,
            lifetime.ApplicationStopping);
        try
        {
            await handle.ReadyAsync(ct);
        }
        catch
        {
            await handle.DisposeAsync();
            throw;
        }

        if (!options.Value.IsRabbitMq)
        {
            // What a stopped endpoint had taken from the queue is in its rows only.
            await store.ResendAsync(queue.Name, ct);
        }

        return handle;
    }

    public async Task DeclareAsync(QueueDefinition queue, CancellationToken ct)
    {
        if (!options.Value.IsRabbitMq)
        {
            return;
        }

        var topology = provider.GetRequiredService<DeadLetterTopology>();
        await BrokerPatience.TryAsync(
            token => topology.DeclareAsync(queue.Name, token), reason => LogWaits(queue.Name, reason, BrokerPatience.LongestWait), clock, ct);
    }

    private void Configure(IReceiveEndpointConfigurator endpoint, QueueDefinition queue, QueueHandle handle)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PublishFaults = false;
        endpoint.PrefetchCount = queue.Prefetch;
        endpoint.ConcurrentMessageLimit = queue.Concurrency;
        bool IsStopping() => handle.IsStopping;
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            rabbit.SetQuorumQueue();
            foreach (var argument in QueueArguments.Work(queue.Name, options.Value.DeliveryLimit))
            {
                rabbit.SetQueueArgument(argument.Key, argument.Value!);
            }
        }

        IDeadLetterRoute route = options.Value.IsRabbitMq
            ? new BrokerDeadLetters(queue.Name, failures, IsStopping, clock)
            : new MemoryDeadLetters(queue.Name, failures, provider.GetService<IDeadLetterSink>(), store, IsStopping, clock);
        endpoint.ConfigureError(error => error.UseFilter(new DeadLetterFilter(route)));
        endpoint.ConfigureDeadLetter(skipped => skipped.UseFilter(new DeadLetterFilter(route)));
        endpoint.UseMessageRetry(retry => retry.SetRetryPolicy(_ => new DeliveryRetry(transient.Contains)));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Queue {Queue} waits for the broker ({Reason}), which is tried at least every {Wait}")]
    private partial void LogWaits(string queue, string reason, TimeSpan wait);
}
