using Integration.Connectors.Backfills;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Lanes.Stock.Writing;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Stock;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Stock.Reading;

/// <summary>Lists every SKU of which the ERP keeps stock. All are read again, and the shop's levels are compared even where the ERP's figure is what it was.</summary>
internal sealed class StockBackfill(IDatabase database, IEnumerable<IConnectorFactory> factories) : IBackfillLane
{
    public string Lane => LaneNames.Stock;

    public BackfillSource? Of(IConnector connector, PairDefinition pair) =>
        connector is IErp { Stock: { } stock } && pair.Erp.Name == connector.Connection && pair.Lanes.Stock is { } lane
            ? new BackfillSource(LookKey.OfConnection(connector.Connection), Entities.Stock, (_, cursor, ct) => PageAsync(stock, cursor, ct))
            {
                // A figure that is known is compared as well.
                PassedOver = _ => true,
                WritingQueue = Queues.Write(pair.Name, LaneNames.Stock),
                TryAsync = (skus, _, ct) => TryAsync(stock, pair, lane, skus, ct),
            }
            : null;

    private static async Task<ListedPage> PageAsync(IErpStock stock, string? cursor, CancellationToken ct) => await stock.PageAsync(cursor ?? "", ct) switch
    {
        ErpStockReading.Read read => new ListedPage.Read([.. read.Figures.Select(figure => figure.Sku)], read.Next),
        ErpStockReading.Failed failed => new ListedPage.Failed(failed.Outcome),
        _ => throw new InvalidOperationException("A page of a new kind."),
    };

    // The levels are the gateway's: as a separate service they are not known here, and every SKU counts.
    private async Task<BackfillTrial> TryAsync(IErpStock stock, PairDefinition pair, StockLane lane, IReadOnlyList<string> skus, CancellationToken ct)
    {
        if (factories.All(factory => factory.Kind != pair.Storefront.Kind)) return new BackfillTrial(skus.Count, 0, []);
        var changes = 0;
        foreach (var some in skus.Chunk(stock.BatchSize))
        {
            switch (await stock.ReadAsync(some, ct))
            {
                case ErpStockReading.Read read:
                    changes += await ChangesAsync(pair, lane, read.Figures, ct);
                    break;
                case ErpStockReading.Failed failed:
                    return new BackfillTrial(0, 0, [], failed.Outcome);
            }
        }

        return new BackfillTrial(changes, skus.Count - changes, []);
    }

    private Task<int> ChangesAsync(PairDefinition pair, StockLane lane, IReadOnlyList<StockFigure> figures, CancellationToken ct) => database.ReadAsync(
        async (unit, token) =>
        {
            List<string> skus = [.. figures.Select(figure => figure.Sku)];
            var known = await StockLevels.OfAsync(unit, pair.Name, skus, token);
            var reserved = await Reservations.OfAsync(unit, pair.Name, skus, token);
            return figures.Count(figure =>
            {
                // Read just now: every order that counts is contained.
                var row = new LevelRow { Sku = figure.Sku, Places = Reckoning.Write(figure.Places), ItemClass = figure.ItemClass, Ticket = long.MaxValue };
                return Reckoning.Of(lane, row, reserved[figure.Sku]) is { } target && known.GetValueOrDefault(figure.Sku)?.Written != target.Target;
            });
        },
        ct);
}
