using Integration.Connectors.Ports;
using Integration.XCart.AddOn;

namespace Integration.XCart.InUse;

/// <summary>Stock levels through the add-on of the shop in use.</summary>
internal sealed class StockInUse(ShopInUse shop) : IStockLevels
{
    public async Task<StockReading> ReadAsync(IReadOnlyCollection<string> skus, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new StockReading.Failed(why!) : await new AddOnStock(api.AddOn).ReadAsync(skus, ct);
    }

    public async Task<StockReading> ReadProductsAsync(IReadOnlyCollection<string> products, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new StockReading.Failed(why!) : await new AddOnStock(api.AddOn).ReadProductsAsync(products, ct);
    }

    public async Task<IReadOnlyList<StockResult>> CompareAndSetAsync(IReadOnlyList<StockChange> changes, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? [.. changes.Select(_ => new StockResult.Failed(why!))] : await new AddOnStock(api.AddOn).CompareAndSetAsync(changes, ct);
    }
}
