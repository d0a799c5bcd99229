using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Ports;
using Integration.Connectors.Skus;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Catalogue;

/// <summary>Keeps the map of SKUs of every storefront connection that needs one. A SKU that appears gets its stock level without waiting for the ERP's next change.</summary>
internal sealed class CatalogueReading(SkuCrawl crawl, StockLevels levels, TimeProvider time) : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected) => connected.Connector is IStorefront { Catalogue: { } catalogue }
        ? [new LaneHalf([], [new LaneLoop($"catalogue {connected.Name}", ct => RunAsync(connected, catalogue, ct))])]
        : [];

    private async Task RunAsync(Connected connected, ICatalogue catalogue, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var (wait, failure) = await crawl.StepAsync(connected.Name, catalogue, (unit, skus, token) => MarkAsync(unit, connected, skus, token), ct);
            if (failure is not null) connected.Gate.Report(failure);
            else connected.Gate.Worked();
            await Task.Delay(wait, time, ct);
        }
    }

    private async Task MarkAsync(IUnit unit, Connected connected, IReadOnlyList<string> skus, CancellationToken ct)
    {
        // Whatever was written under the SKU was written to another item.
        foreach (var pair in connected.Pairs.Where(pair => pair.Storefront.Name == connected.Name && pair.Lanes.Stock is not null))
            await levels.MarkAsync(unit, pair.Name, skus, soldOrBack: true, forced: true, ct);
    }
}
