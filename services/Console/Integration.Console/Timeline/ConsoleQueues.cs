using Integration.Console.Alerts;
using Integration.Contracts.Routing;
using Integration.Platform.Messaging;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Integration.Console.Timeline;

/// <summary>Connects the console's queues for as long as the service runs.</summary>
internal sealed class ConsoleQueues(IQueueHost queues) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var timeline = await queues.ConnectAsync(
            new QueueDefinition { Name = Queues.Console, Prefetch = 64, Concurrency = 32 },
            (endpoint, provider) => endpoint.Consumer(provider.GetRequiredService<TimelineConsumer>), stoppingToken);
        await using var alerts = await queues.ConnectAsync(
            new QueueDefinition { Name = AlertOutbox.Queue, Prefetch = 4, Concurrency = 1 },
            (endpoint, provider) => endpoint.Consumer(provider.GetRequiredService<AlertConsumer>), stoppingToken);
        await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
