using Integration.Contracts.Routing;
using Integration.Platform.Messaging;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Integration.Console.Reconciliation.Running;

/// <summary>Connects the queue of the sides' answers for as long as the console runs.</summary>
internal sealed class ReconciliationQueue(IQueueHost queues) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var answers = await queues.ConnectAsync(
            new QueueDefinition { Name = Queues.Reconciliation, Prefetch = 8, Concurrency = 2 },
            (endpoint, provider) => endpoint.Consumer(provider.GetRequiredService<ListReceiver>), stoppingToken);
        await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
