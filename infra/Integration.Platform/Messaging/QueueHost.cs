using MassTransit;
using Microsoft.Extensions.Options;
using RabbitMQ.Client.Exceptions;

namespace Integration.Platform.Messaging;

internal sealed partial class QueueHost(
    IBusControl bus,
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
        await DeclareAsync(queue, ct);
        var handle = new QueueHandle(queue.Name);
        handle.Attach(bus.ConnectReceiveEndpoint(queue.Name, endpoint =>
        {
            Configure(endpoint, queue, handle);
            configure(endpoint, provider);
        }));
        await handle.ReadyAsync(ct);
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
        for (var wait = TimeSpan.FromMilliseconds(200); ; wait = Backoff.Next(wait, TimeSpan.FromSeconds(5)))
        {
            try
            {
                await topology.DeclareAsync(queue.Name, ct);
                return;
            }
            catch (BrokerUnreachableException exception)
            {
                LogUnreachable(queue.Name, exception.InnerException?.GetType().Name ?? exception.GetType().Name, wait);
                await Task.Delay(wait, clock, ct);
            }
        }
    }

    private void Configure(IReceiveEndpointConfigurator endpoint, QueueDefinition queue, QueueHandle handle)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PublishFaults = false;
        endpoint.PrefetchCount = queue.Prefetch;
        endpoint.ConcurrentMessageLimit = queue.Concurrency;
        bool IsStopping() => handle.IsStopping || lifetime.ApplicationStopping.IsCancellationRequested;
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Queue {Queue} waits: the broker is not reachable ({Reason}); trying again in {Wait}")]
    private partial void LogUnreachable(string queue, string reason, TimeSpan wait);
}
