using Integration.Connectors.Ports;

namespace Integration.XCart.InUse;

/// <summary>Stock levels over the API in use.</summary>
internal sealed class PlainStockInUse(ShopInUse shop) : IPlainStockLevels, IStockPages
{
    public async Task<StockReading?> FindAsync(IReadOnlyCollection<string> skus, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new StockReading.Failed(why!) : await api.Stock.FindAsync(skus, ct);
    }

    public async Task<StockReading> ReadAsync(IReadOnlyCollection<StockItem> items, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new StockReading.Failed(why!) : await api.Stock.ReadAsync(items, ct);
    }

    public async Task<IReadOnlyList<StockResult>> SetAsync(IReadOnlyList<StockChange> changes, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? [.. changes.Select(_ => new StockResult.Failed(why!))] : await api.Stock.SetAsync(changes, ct);
    }

    public async Task<StockPage> PageAsync(int page, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new StockPage.Failed(why!) : await api.StockPages.PageAsync(page, ct);
    }
}
