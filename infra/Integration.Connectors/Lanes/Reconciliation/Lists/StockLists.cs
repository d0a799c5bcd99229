using System.Globalization;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Lanes.Stock.Writing;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Reconciliation.Lists;

/// <summary>
/// Stock by SKU: the storefront's levels, with what orders on their way have taken; the ERP's figures of the pair's warehouses in the shop's unit, less
/// safety stock. Items that are not counted, and variants that share their product's stock, are left out.
/// </summary>
internal sealed class StockLists(IDatabase database) : ILaneLists
{
    public IEnumerable<IRecordList> Of(IConnector connector, PairDefinition pair) => pair.Lanes.Stock is not { } lane ? [] : connector switch
    {
        IStorefront { StockPages: { } pages } => [new Levels(pages, database)],
        IErp { Stock: { } stock } => [new Figures(stock, lane)],
        _ => [],
    };

    private sealed class Levels(IStockPages pages, IDatabase database) : IRecordList
    {
        public string Entity => Entities.Stock;

        public async Task<ListPage> PageAsync(ListQuestion question, CancellationToken ct)
        {
            var page = question.Cursor is { } cursor ? int.Parse(cursor, CultureInfo.InvariantCulture) : 1;
            switch (await pages.PageAsync(page, ct))
            {
                case StockPage.Read read:
                    List<StockLevel> counted = [.. read.Levels.Where(level => level is { Tracked: true, Own: true } && level.Sku.Trim().Length > 0)];
                    var taken = await TakenAsync(question.Pair.Name, [.. counted.Select(level => level.Sku.Trim()).Distinct(StringComparer.Ordinal)], ct);
                    return new ListPage.Read([.. counted.Select(level => Record(level, taken))], read.Last ? null : (page + 1).ToString(CultureInfo.InvariantCulture));
                case StockPage.Failed failed:
                    return new ListPage.Failed(failed.Outcome);
                default:
                    throw new InvalidOperationException("A page of a new kind.");
            }
        }

        private static ListedRecord Record(StockLevel level, IReadOnlyDictionary<string, decimal> taken) => new()
        {
            Key = level.Sku.Trim(), Id = level.Item.Variant is { } variant ? $"{level.Item.Product}/{variant}" : level.Item.Product, Number = level.Sku.Trim(),
            Amount = level.Amount, Deducted = taken.GetValueOrDefault(level.Sku.Trim()),
        };

        private Task<IReadOnlyDictionary<string, decimal>> TakenAsync(string pair, IReadOnlyList<string> skus, CancellationToken ct) => database.ReadAsync<IReadOnlyDictionary<string, decimal>>(
            async (unit, token) =>
            {
                var levels = await StockLevels.OfAsync(unit, pair, skus, token);
                var reserved = await Reservations.OfAsync(unit, pair, skus, token);
                return skus.Where(levels.ContainsKey).ToDictionary(sku => sku, sku => reserved[sku].Sum(order => order.NotIn(levels[sku].Ticket)), StringComparer.Ordinal);
            },
            ct);
    }

    private sealed class Figures(IErpStock stock, StockLane lane) : IRecordList
    {
        public string Entity => Entities.Stock;

        public async Task<ListPage> PageAsync(ListQuestion question, CancellationToken ct) => await stock.PageAsync(question.Cursor ?? "", ct) switch
        {
            ErpStockReading.Read read => new ListPage.Read([.. read.Figures.Select(Record).OfType<ListedRecord>()], read.Next),
            ErpStockReading.Failed failed => new ListPage.Failed(failed.Outcome),
            _ => throw new InvalidOperationException("A reading of a new kind."),
        };

        private ListedRecord? Record(Contracts.Stock.StockFigure figure) =>
            Reckoning.Of(lane, new LevelRow { Sku = figure.Sku, Places = Reckoning.Write(figure.Places), ItemClass = figure.ItemClass }, []) is { } reckoned
                ? new ListedRecord { Key = figure.Sku.Trim(), Id = figure.Sku, Number = figure.Sku.Trim(), Amount = reckoned.Figure - reckoned.Kept, ChangedAt = figure.StampedAt }
                : null;
    }
}
