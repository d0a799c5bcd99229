using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Connectors.Skus;

namespace Integration.Connectors.Lanes.Stock.Writing;

/// <summary>Levels of a storefront that takes any level, with the map of SKUs where it cannot be asked for one.</summary>
internal sealed class PlainLevels(IPlainStockLevels levels, SkuMap map, string connection, bool mapped) : IShopLevels
{
    public bool Compares => false;

    public int BatchSize => 100;

    public async Task<(ILookup<string, StockLevel>? Levels, bool Later, WriteOutcome? Failure)> ReadAsync(IReadOnlyCollection<string> skus, CancellationToken ct)
    {
        // Asked first: a round that ends between the two would make a SKU that it has just found look unknown.
        var later = mapped && (await map.StandAsync(connection, ct)).EndedAt == 0;
        var known = await map.FindAsync(connection, skus, ct);
        var bySku = known.SelectMany(entry => entry.Value.Select(item => (Sku: entry.Key, Item: item))).ToList();
        var reading = await levels.ReadAsync([.. bySku.Select(entry => entry.Item).Distinct()], ct);
        if (reading is StockReading.Failed failed) return (null, false, failed.Outcome);
        var read = ((StockReading.Read)reading).Levels.ToDictionary(level => level.Item);
        // The map is as old as its last round: an item that bears another SKU by now is not meant.
        var found = bySku.Where(entry => read.TryGetValue(entry.Item, out var level) && (level.Sku.Length == 0 || level.Sku.Equals(entry.Sku, StringComparison.OrdinalIgnoreCase)))
            .Select(entry => (entry.Sku, Level: read[entry.Item])).ToList();
        var unknown = skus.Except(found.Select(entry => entry.Sku), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0 && await levels.FindAsync(unknown, ct) is { } asked)
        {
            if (asked is StockReading.Failed why) return (null, false, why.Outcome);
            found.AddRange(((StockReading.Read)asked).Levels.Select(level => (level.Sku, level)));
        }

        return (found.ToLookup(entry => entry.Sku, entry => entry.Level, StringComparer.OrdinalIgnoreCase), later, null);
    }

    public Task<IReadOnlyList<StockResult>> SetAsync(IReadOnlyList<StockChange> changes, CancellationToken ct) => levels.SetAsync(changes, ct);
}
