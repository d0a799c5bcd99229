using Integration.Connectors.Pairs;
using Integration.Contracts.Routing;
using Integration.OrderToCash.Saga;
using Integration.OrderToCash.Screening;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integration.OrderToCash;

/// <summary>Connects the saga to every pair's queue and follows changes of the pair files.</summary>
internal sealed class OrderToCashQueues(PairCatalog catalog, IScreening screening, ScreeningPause pause, ScreeningAgain again, IQueueHost queues, IDatabase database, TimeProvider clock,
    ILogger<OrderToCashQueues> log) : BackgroundService
{
    private static readonly TimeSpan Follow = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var connected = new Dictionary<string, IQueueHandle>(StringComparer.Ordinal);
        var declared = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            while (true)
            {
                // A pair whose file went wrong keeps its queue: its orders on the way still need their saga.
                foreach (var pair in catalog.Pairs.Where(pair => !connected.ContainsKey(pair.Name)))
                {
                    connected.Add(pair.Name, await OrderSagaEndpoint.ConnectAsync(queues, pair.Name, stoppingToken));
                }

                foreach (var pair in catalog.Pairs.Where(pair => screening.External(pair.Name) is not null && !declared.Contains(pair.Name)))
                {
                    // Questions wait there for a scoring service that is not running yet.
                    await queues.DeclareAsync(new QueueDefinition { Name = Queues.OrdersScreening(pair.Name) }, stoppingToken);
                    declared.Add(pair.Name);
                }

                await FollowRulesAsync(stoppingToken);
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

    private async Task FollowRulesAsync(CancellationToken ct)
    {
        try
        {
            foreach (var pair in catalog.Pairs)
            {
                await pause.FollowAsync(pair.Name, ct);
                await again.FollowAsync(pair.Name, ct);
            }
        }
        catch (Exception failure) when (database.IsTransient(failure))
        {
            log.LogWarning("What changed rules let go on is looked at later: {Reason}", failure.Message);
        }
    }
}
