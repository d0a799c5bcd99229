using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.Connectors.Lanes.Stock.Writing;

/// <summary>Levels of a storefront that compares and sets.</summary>
internal sealed class ComparedLevels(IStockLevels levels) : IShopLevels
{
    public bool Compares => true;

    public int BatchSize => 200;

    public async Task<(ILookup<string, StockLevel>? Levels, bool Later, WriteOutcome? Failure)> ReadAsync(IReadOnlyCollection<string> skus, CancellationToken ct) =>
        await levels.ReadAsync(skus, ct) switch
        {
            StockReading.Read read => (read.Levels.ToLookup(level => level.Sku, StringComparer.OrdinalIgnoreCase), false, null),
            StockReading.Failed failed => (null, false, failed.Outcome),
            _ => throw new InvalidOperationException("A reading of a new kind."),
        };

    public Task<IReadOnlyList<StockResult>> SetAsync(IReadOnlyList<StockChange> changes, CancellationToken ct) => levels.CompareAndSetAsync(changes, ct);
}
