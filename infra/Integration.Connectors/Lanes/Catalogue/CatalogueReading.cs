using Integration.Connectors.Connections;
using Integration.Connectors.Ports;
using Integration.Connectors.Skus;

namespace Integration.Connectors.Lanes.Catalogue;

/// <summary>Keeps the map of SKUs of every storefront connection that needs one.</summary>
internal sealed class CatalogueReading(SkuCrawl crawl, TimeProvider time) : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Connector is IStorefront { Catalogue: { } catalogue }
        ? [new LaneHalf([], [new LaneLoop($"catalogue {connected.Name}", ct => RunAsync(connected, catalogue, ct))])]
        : [];

    private async Task RunAsync(Connected connected, ICatalogue catalogue, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var (wait, failure) = await crawl.StepAsync(connected.Name, catalogue, ct);
            if (failure is not null) connected.Gate.Report(failure);
            else connected.Gate.Worked();
            await Task.Delay(wait, time, ct);
        }
    }
}
