using Integration.Connectors.Pairs;
using Integration.OrderToCash.Saga;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Hosting;

namespace Integration.OrderToCash;

/// <summary>Connects the saga to every pair's queue and follows changes of the pair files.</summary>
internal sealed class OrderToCashQueues(PairCatalog catalog, IQueueHost queues, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Follow = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var connected = new Dictionary<string, IQueueHandle>(StringComparer.Ordinal);
        try
        {
            while (true)
            {
                // A pair whose file went wrong keeps its queue: its orders on the way still need their saga.
                foreach (var pair in catalog.Pairs.Where(pair => !connected.ContainsKey(pair.Name)))
                {
                    connected.Add(pair.Name, await OrderSagaEndpoint.ConnectAsync(queues, pair.Name, stoppingToken));
                }

                await Task.Delay(Follow, clock, stoppingToken);
                catalog.Refresh();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
        finally
        {
            foreach (var queue in connected.Values) await queue.DisposeAsync();
        }
    }
}
