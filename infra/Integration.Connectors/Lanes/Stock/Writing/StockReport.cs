using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Stock.Writing;

/// <summary>Tells operators what became of SKUs, in the transaction of their levels. A load of thousands is not told line by line.</summary>
internal sealed class StockReport(Timeline timeline)
{
    private const int MostTold = 50;

    public async Task TellAsync(IUnit unit, StockBatch batch, CancellationToken ct)
    {
        var pair = batch.Pair.Name;
        foreach (var (row, summary) in batch.Told.Count > MostTold ? [] : batch.Told)
        {
            await timeline.TellAsync(unit, LaneNames.Stock, KeyOf(pair, row), summary, null, [], ct);
        }

        foreach (var row in batch.Cleared) await timeline.ClearAsync(unit, KeyOf(pair, row), null, "The shop takes the level now.", ct);
        foreach (var (row, state, reasons) in batch.Listed)
        {
            var rejected = state == LevelStates.Rejected;
            await timeline.RaiseAsync(
                unit, LaneNames.Stock, KeyOf(pair, row), rejected ? AttentionClasses.RejectedByStorefront : AttentionClasses.UnknownSku, reasons,
                rejected ? "Mend the cause in the shop, then retry." : "Give exactly one product or variant of the shop this SKU, then retry; or set \"missing\": \"ignore\" for the pair's stock lane.",
                Timeline.Retry(Queues.Write(pair, LaneNames.Stock), new RereadRecord(pair, Entities.Stock, row.Sku, "console")), ct);
        }
    }

    private static RecordKey KeyOf(string pair, LevelRow row) => new(pair, Entities.Stock, row.Sku, row.Sku);
}
