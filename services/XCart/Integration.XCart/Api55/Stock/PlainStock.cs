using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Stock;

namespace Integration.XCart.Api55.Stock;

/// <summary>Levels over the API of 5.5, which has no bulk call: a bounded number of calls at a time.</summary>
internal sealed class PlainStock(PlatformApi shop, int parallel) : IPlainStockLevels
{
    // The API has no filter by SKU.
    public Task<StockReading?> FindAsync(IReadOnlyCollection<string> skus, CancellationToken ct) => Task.FromResult<StockReading?>(null);

    public Task<StockReading> ReadAsync(IReadOnlyCollection<StockItem> items, CancellationToken ct) => Together.ReadAsync(items, parallel, ReadAsync, ct);

    public async Task<IReadOnlyList<StockResult>> SetAsync(IReadOnlyList<StockChange> changes, CancellationToken ct)
    {
        var results = new StockResult[changes.Count];
        await Parallel.ForEachAsync(changes.Index(), new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = ct },
            async (change, token) => results[change.Index] = await SetAsync(change.Item, token));
        return results;
    }

    private async Task<(IReadOnlyList<StockLevel>?, WriteOutcome?)> ReadAsync(StockItem item, CancellationToken ct)
    {
        if (ShopId.Of(item.Product) is not { } product) return ([], null);
        switch (await shop.ReadAsync<ProductStock>($"products/{product}", ct))
        {
            case ShopAnswer<ProductStock>.Failed failed:
                return (null, failed.Outcome);
            case ShopAnswer<ProductStock>.Given given when item.Variant is null:
                return ([StockPages.LevelOf(given.Value)], null);
            case ShopAnswer<ProductStock>.Given given when ShopId.Of(item.Variant!) is { } variant:
                return await shop.ReadAsync<ProductStock>($"products/{product}/variants/{variant}", ct) switch
                {
                    ShopAnswer<ProductStock>.Failed failed => (null, failed.Outcome),
                    ShopAnswer<ProductStock>.Given one => ([StockPages.LevelOf(StockPages.LevelOf(given.Value), one.Value)], null),
                    _ => ([], null),
                };
            default:
                return ([], null);
        }
    }

    private async Task<StockResult> SetAsync(StockChange change, CancellationToken ct)
    {
        if (ShopId.Of(change.Item.Product) is not { } product || change.To < 0 || (change.Item.Variant is { } named && ShopId.Of(named) is null))
            return new StockResult.Failed(new WriteOutcome.Rejected([new Reason("stock", "Ids are positive whole numbers, and levels are not negative.")]));
        var (path, body) = change.Item.Variant is { } variant
            ? ($"products/{product}/variants/{variant}", new JsonObject { ["amount"] = change.To, ["default_amount"] = false })
            : ($"products/{product}", new JsonObject { ["amount"] = change.To });
        return await shop.PutAsync<ProductStock>(path, body, ct) switch
        {
            ShopAnswer<ProductStock>.Given => new StockResult.Set(change.To),
            ShopAnswer<ProductStock>.Failed { Status: 404 } => new StockResult.Unknown(),
            ShopAnswer<ProductStock>.Failed failed => new StockResult.Failed(failed.Outcome),
            _ => new StockResult.Unknown(),
        };
    }
}
